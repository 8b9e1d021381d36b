package flows4ee.engine;

import static flows4ee.engine.Bpmn.conditional;
import static flows4ee.engine.Bpmn.extended;
import static flows4ee.engine.Bpmn.flows;
import static flows4ee.engine.Bpmn.nodes;
import static org.assertj.core.api.Assertions.assertThat;

import flows4ee.engine.model.VariableValue;
import flows4ee.engine.state.InstanceEvent;
import flows4ee.engine.state.StepEvent;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which routes an exclusive or an inclusive gateway chooses. */
class GatewayRouteTest {

  private static final String TASKS =
      nodes("startEvent:S task:A task:B task:C endEvent:E") + flows("S>G A>E B>E C>E");
  private static final String HAS_A = "instr(:F4A$V, 'A') > 0";
  private static final String HAS_B = "instr(:F4A$V, 'B') > 0";
  private static final String HAS_C = "instr(:F4A$V, 'C') > 0";
  private static final String BROKEN = "1 / 0 = 1";

  private final EngineFixture engine = new EngineFixture();

  @AfterEach
  void invariantsHold() {
    new Invariants(engine).check();
  }

  @ParameterizedTest
  @CsvSource({"AC, A", "BC, B", "ABC, A B", "C, C", "X, C"})
  void shouldTakeAnUnconditionedDefaultOfAnInclusiveGatewayWhenNothingElseHolds(
      String value, String tasks) {
    var process =
        start(
            value,
            gateway("inclusiveGateway", "G_C")
                + conditional("G>A", 1, HAS_A)
                + conditional("G>B", 2, HAS_B)
                + flows("G>C"));
    assertThat(process.steps()).isEqualTo(running(tasks));
  }

  @ParameterizedTest
  @CsvSource({"AC, A C", "A, A", "C, C", "X, C", "ABC, A B C"})
  void shouldTakeAConditionedDefaultOfAnInclusiveGatewayBesideOthersWhenItHolds(
      String value, String tasks) {
    var process =
        start(
            value,
            gateway("inclusiveGateway", "G_C")
                + conditional("G>C", 1, HAS_C)
                + conditional("G>A", 2, HAS_A)
                + conditional("G>B", 3, HAS_B));
    assertThat(process.steps()).isEqualTo(running(tasks));
  }

  @ParameterizedTest
  @CsvSource({"ABC, B", "AC, A", "C, C", "X, C"})
  void shouldTakeTheFirstRouteOfAnExclusiveGatewayThatHoldsAndTheDefaultLast(
      String value, String task) {
    var process =
        start(
            value,
            gateway("exclusiveGateway", "G_C")
                + flows("G>C")
                + conditional("G>A", 20, HAS_A)
                + conditional("G>B", 10, HAS_B));
    assertThat(process.steps()).isEqualTo(running(task));
    assertThat(process.subflows()).hasSize(1);
  }

  @Test
  void shouldNotEvaluateWhatFollowsTheRouteOfAnExclusiveGateway() {
    // when
    var process =
        start(
            "A",
            gateway("exclusiveGateway", "")
                + conditional("G>A", 1, HAS_A)
                + conditional("G>B", 2, BROKEN));
    // then
    assertThat(process.steps()).containsExactly("A running");
  }

  @ParameterizedTest
  @ValueSource(strings = {"exclusiveGateway", "inclusiveGateway"})
  void shouldReportAConditionThatCannotBeEvaluated(String kind) {
    // when
    var process =
        start(
            "A",
            gateway(kind, "G_C")
                + conditional("G>A", 2, HAS_A)
                + conditional("G>B", 1, BROKEN)
                + flows("G>C"));
    // then
    assertThat(process.steps()).containsExactly("G error");
    assertThat(process.errorKeys()).containsExactly("gateway-bad-expression");
  }

  @ParameterizedTest
  @ValueSource(strings = {"exclusiveGateway", "inclusiveGateway"})
  void shouldTakeTheDefaultWhenNoFlowHasACondition(String kind) {
    var process = start("A", gateway(kind, "G_B") + flows("G>A G>B G>C"));
    assertThat(process.steps()).containsExactly("B running");
  }

  @ParameterizedTest
  @ValueSource(strings = {"exclusiveGateway", "inclusiveGateway"})
  void shouldRefuseToChooseWhenSomeFlowLacksACondition(String kind) {
    // when
    var process = start("A", gateway(kind, "") + conditional("G>A", 1, HAS_A) + flows("G>B"));
    // then
    assertThat(process.steps()).containsExactly("G error");
    assertThat(error(process).errorInfo()).isEqualTo("gateway-no-route");
    assertThat(error(process).comment())
        .isEqualTo(
            "No gateway routing instruction provided in variable G:route"
                + " and model contains no default route.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"exclusiveGateway", "inclusiveGateway"})
  void shouldFindNoRouteWhenNothingHoldsAndThereIsNoDefault(String kind) {
    // when
    var process =
        start("X", gateway(kind, "") + conditional("G>A", 1, HAS_A) + conditional("G>B", 2, HAS_B));
    // then
    assertThat(process.steps()).containsExactly("G error");
    assertThat(process.errorKeys()).containsExactly("gateway-no-route");
  }

  @ParameterizedTest
  @ValueSource(strings = {"exclusiveGateway", "inclusiveGateway"})
  void shouldPreferTheRouteVariableToConditions(String kind) {
    // given
    var process =
        create(
            gateway(kind, "G_C")
                + conditional("G>A", 1, BROKEN)
                + conditional("G>B", 2, HAS_B)
                + flows("G>C"));
    // when
    start(process.set("G:route", VariableValue.text("G_B")));
    // then
    assertThat(process.steps()).containsExactly("B running");
  }

  @Test
  void shouldTakeEveryRouteNamedForAnInclusiveGateway() {
    // given
    var process = create(gateway("inclusiveGateway", "") + flows("G>A G>B G>C"));
    // when
    start(process.set("G:route", VariableValue.text("G_C:G_A")));
    // then
    assertThat(process.steps()).containsExactly("A running", "C running");
    assertThat(choices(process)).containsExactly("Chosen Paths : G_A:G_C");
  }

  @Test
  void shouldLogTheRouteOfAnExclusiveGateway() {
    // given
    var process = create(gateway("exclusiveGateway", "") + flows("G>A G>B"));
    // when
    start(process.set("G:route", VariableValue.text("G_B")));
    // then
    assertThat(choices(process)).containsExactly("Chosen Paths : G_B");
    assertThat(process.completed()).containsExactly("S", "G");
  }

  @ParameterizedTest
  @CsvSource({
    "exclusiveGateway, G_A:G_B, G_A:G_B",
    "exclusiveGateway, G_X, G_X",
    "inclusiveGateway, G_A:S_G:G_X, S_G:G_X",
    "inclusiveGateway, ':', ''"
  })
  void shouldNameTheRoutesThatAreNoWayOut(String kind, String routes, String wrong) {
    // given
    var process = create(gateway(kind, "G_C") + flows("G>A G>B G>C"));
    // when
    start(process.set("G:route", VariableValue.text(routes)));
    // then
    assertThat(process.steps()).containsExactly("G error");
    assertThat(error(process).errorInfo()).isEqualTo("gateway-invalid-route");
    assertThat(error(process).comment())
        .isEqualTo(
            "Error at gateway G. Supplied variable G:route contains invalid route: " + wrong);
  }

  @Test
  void shouldPassOverARouteVariableThatIsNoTextOrHasNoValue() {
    // given
    long diagram =
        engine.deployProcess(
            TASKS
                + gateway("exclusiveGateway", "G_B")
                + conditional("G>A", 1, HAS_A)
                + flows("G>B"));
    var number = engine.create(diagram).set("G:route", VariableValue.number(1));
    var empty = engine.create(diagram).set("G:route", VariableValue.text(""));
    // when
    start(number);
    start(empty);
    // then
    assertThat(number.steps()).containsExactly("B running");
    assertThat(empty.steps()).containsExactly("B running");
  }

  @Test
  void shouldReadTheRouteVariableInTheScopeOfItsStep() {
    // given
    engine.deploy(
        "called",
        Bpmn.process(
            nodes("startEvent:S task:W task:A task:B endEvent:E")
                + gateway("exclusiveGateway", "G_B")
                + flows("S>W W>G G>A G>B A>E B>E")),
        false);
    long diagram =
        engine.deployProcess(
            nodes("startEvent:S endEvent:E")
                + ActivityFlowTest.callActivity("C", "called", "")
                + flows("S>C C>E"));
    var outside = engine.start(diagram).set("G:route", VariableValue.text("G_A"));
    var inside = engine.start(diagram);
    inside.set(inside.at("W").scope(), "G:route", VariableValue.text("G_A"));
    // when
    outside.complete("W");
    inside.complete("W");
    // then
    assertThat(outside.steps()).containsExactly("B running", "C in call activity");
    assertThat(inside.steps()).containsExactly("A running", "C in call activity");
  }

  private Instance create(String elements) {
    return engine.create(engine.deployProcess(TASKS + elements));
  }

  private Instance start(String value, String elements) {
    return start(create(elements).set("V", VariableValue.text(value)));
  }

  private Instance start(Instance process) {
    engine.engine().startInstance(process.id(), EngineFixture.TESTER);
    return process;
  }

  private static String gateway(String kind, String defaultFlow) {
    return extended(
        kind + ":G", defaultFlow.isEmpty() ? "" : "default=\"" + defaultFlow + "\"", "");
  }

  private static List<String> running(String tasks) {
    return List.of(tasks.split(" ")).stream().map(task -> task + " running").toList();
  }

  private static List<String> choices(Instance process) {
    return process.stepEvents().stream()
        .filter(event -> event.event().equals("route chosen"))
        .map(StepEvent::comment)
        .toList();
  }

  private static InstanceEvent error(Instance process) {
    return process.events().stream()
        .filter(event -> event.event().equals("error"))
        .reduce(
            (one, other) -> {
              throw new AssertionError("more than one error");
            })
        .orElseThrow();
  }
}
