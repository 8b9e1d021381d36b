package flows4ee.engine;

import static flows4ee.engine.ActivityFlowTest.assignment;
import static flows4ee.engine.Bpmn.boundary;
import static flows4ee.engine.Bpmn.extended;
import static flows4ee.engine.Bpmn.flows;
import static flows4ee.engine.Bpmn.nodes;
import static flows4ee.engine.Bpmn.timer;
import static org.assertj.core.api.Assertions.assertThat;

import flows4ee.engine.model.VariableValue;
import flows4ee.engine.state.InstanceEvent;
import flows4ee.engine.state.StepEvent;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What runs when a step is entered and left, and what stays of one that fails. */
class StepPhasesTest {

  private static final String FAILING = "to_char(1 / 0)";

  private final EngineFixture engine = new EngineFixture();

  @AfterEach
  void invariantsHold() {
    new Invariants(engine).check();
  }

  @Test
  void shouldRunExpressionsBeforeAndAfterATask() {
    // given
    var process =
        start(
            nodes("startEvent:S task:B endEvent:E")
                + extended("userTask:A", "", trace("beforeTask", "b") + trace("afterTask", "a"))
                + flows("S>A A>B B>E"));
    assertThat(process.variable("TRACE")).contains(VariableValue.text("b"));
    // when
    process.complete("A");
    // then
    assertThat(process.variable("TRACE")).contains(VariableValue.text("ba"));
  }

  @Test
  void shouldRunExpressionsBeforeAndOnEventsOnce() {
    // given
    var process =
        start(
            extended("startEvent:S", "", trace("beforeEvent", "s") + trace("onEvent", "S"))
                + extended(
                    "intermediateThrowEvent:T",
                    "",
                    trace("beforeEvent", "t") + trace("onEvent", "T"))
                + extended(
                    "intermediateCatchEvent:C",
                    "",
                    trace("beforeEvent", "c") + trace("onEvent", "C"))
                + extended("endEvent:E", "", trace("beforeEvent", "e") + trace("onEvent", "E"))
                + flows("S>T T>C C>E"));
    assertThat(process.variable("TRACE")).contains(VariableValue.text("StTc"));
    // when
    process.complete("C");
    // then
    assertThat(process.status()).isEqualTo("completed");
    assertThat(process.variable("TRACE")).contains(VariableValue.text("StTcCeE"));
  }

  @Test
  void shouldRunExpressionsBeforeAStartEventThatWaitsForItsTimer() {
    // given
    var process =
        start(
            nodes("task:A endEvent:E")
                + extended("startEvent:S", "", trace("beforeEvent", "s") + trace("onEvent", "S"))
                    .replace(
                        "</bpmn:startEvent>", timer("timeDuration", "PT5S") + "</bpmn:startEvent>")
                + flows("S>A A>E"));
    assertThat(process.variable("TRACE")).contains(VariableValue.text("s"));
    // when
    engine.pass(Duration.ofSeconds(5));
    // then
    assertThat(process.steps()).containsExactly("A running");
    assertThat(process.variable("TRACE")).contains(VariableValue.text("sS"));
  }

  @Test
  void shouldRunExpressionsBeforeABoundaryEventWhenItIsArmedOnly() {
    // given
    String expressions =
        "<bpmn:extensionElements>%s%s</bpmn:extensionElements>"
            .formatted(trace("beforeEvent", "t"), trace("onEvent", "T"));
    var process =
        start(
            nodes("startEvent:S task:A task:B endEvent:E")
                + boundary("T", "A", true, expressions + timer("timeDuration", "PT5S"))
                + flows("S>A A>E T>B B>E"));
    assertThat(process.variable("TRACE")).contains(VariableValue.text("t"));
    // when
    engine.pass(Duration.ofSeconds(5));
    // then
    assertThat(process.steps()).containsExactly("B running");
    assertThat(process.variable("TRACE")).contains(VariableValue.text("tT"));
  }

  @Test
  void shouldLeaveATaskByTheMessageOfItsBoundaryEvent() {
    // given
    var process =
        start(
            nodes("startEvent:S task:A task:B task:C endEvent:E")
                + boundary("M", "A", true, Bpmn.message("stop", "order", "1", "WHY"))
                + flows("S>A A>B M>C B>E C>E"));
    // when
    engine.message("stop", "order", "1", "too late");
    // then
    assertThat(process.steps()).containsExactly("C running");
    assertThat(process.variable("WHY")).contains(VariableValue.clob("too late"));
    assertThat(process.completed()).containsExactly("S", "M");
  }

  @Test
  void shouldRunTheAutomaticStepOfABranchAsAnyOther() {
    // when
    var process =
        start(
            nodes("startEvent:S parallelGateway:G serviceTask:X task:B endEvent:E")
                + flows("S>G G>X G>B X>E B>E"));
    // then
    assertThat(process.steps()).containsExactly("B running");
    assertThat(process.stepEvents())
        .filteredOn(event -> event.event().equals("step completed"))
        .filteredOn(event -> event.objectId().equals("X"))
        .extracting(StepEvent::statusWhenComplete)
        .containsExactly("running");
  }

  @Test
  void shouldLeaveTheCallersStepAsItWasWhenItFails() {
    // given
    var process =
        start(
            nodes("startEvent:S task:B endEvent:E")
                + extended("userTask:A", "", failing("afterTask"))
                + flows("S>A A>B B>E"));
    var before = process.at("A");
    int logged = process.stepEvents().size();
    // when
    String refusal = Instance.refusal(() -> process.complete("A"));
    // then
    assertThat(refusal).isEqualTo("var_exp_plsql_error");
    assertThat(process.at("A")).isEqualTo(before);
    assertThat(process.status()).isEqualTo("running");
    assertThat(process.stepEvents()).hasSize(logged);
    assertThat(process.errorKeys()).containsExactly("var_exp_plsql_error");
  }

  @Test
  void shouldKeepEarlierStepsAndDropTheChangesOfALaterOneThatFails() {
    // given
    var process =
        start(
            nodes("startEvent:S task:A task:D endEvent:E")
                + extended("serviceTask:B", "", trace("beforeTask", "b"))
                + extended("userTask:C", "", traceAndFail("beforeTask", "c"))
                + flows("S>A A>B B>C C>D D>E"));
    String key = process.at("A").stepKey();
    // when
    process.complete("A");
    // then
    assertThat(process.status()).isEqualTo("error");
    assertThat(process.steps()).containsExactly("C error");
    assertThat(process.at("C").stepKey()).isNotEqualTo(key);
    assertThat(process.completed()).containsExactly("S", "A", "B");
    assertThat(process.variable("TRACE")).contains(VariableValue.text("b"));
    assertThat(process.stepEvents())
        .last()
        .satisfies(
            event -> {
              assertThat(event.event()).isEqualTo("step error");
              assertThat(event.objectId()).isEqualTo("C");
            });
  }

  @Test
  void shouldRunTheOtherBranchesBesideOneThatFails() {
    // when
    var process =
        start(
            nodes("startEvent:S parallelGateway:G task:B task:C endEvent:E")
                + extended("userTask:A", "", failing("beforeTask"))
                + flows("S>G G>A G>B G>C A>E B>E C>E"));
    // then
    assertThat(process.status()).isEqualTo("error");
    assertThat(process.steps()).containsExactly("A error", "B running", "C running");
    assertThat(process.errorKeys()).containsExactly("var_exp_plsql_error");
  }

  @Test
  void shouldRunAsManyAutomaticStepsAsTheBudgetAdmits() {
    // given
    engine.settings.stepBudget = 3;
    String elements =
        nodes("startEvent:S task:A serviceTask:B serviceTask:C task:D endEvent:E")
            + flows("S>A A>B B>C C>D D>E");
    long diagram = engine.deployProcess(elements);
    // when
    var enough = engine.start(diagram).complete("A");
    // then
    assertThat(enough.steps()).containsExactly("D running");
    // when
    engine.settings.stepBudget = 2;
    var process = engine.create(diagram);
    engine.engine().startInstance(process.id(), EngineFixture.TESTER);
    process.complete("A");
    // then
    assertThat(process.steps()).containsExactly("D error");
    assertThat(process.events())
        .filteredOn(event -> event.event().equals("error"))
        .extracting(InstanceEvent::comment)
        .containsExactly(
            "More than 2 automatic steps in one call;"
                + " the diagram seems to loop without waiting.");
  }

  @Test
  void shouldTakeTheWholeInstanceOutOfErrorWithItsLastFailedStep() {
    // given
    String fails = failing("beforeTask").replace(FAILING, "to_char(1 / :F4A$D)");
    var process =
        engine.create(
            engine.deployProcess(
                nodes("startEvent:S parallelGateway:G endEvent:E")
                    + extended("userTask:A", "", fails)
                    + extended("userTask:B", "", fails)
                    + flows("S>G G>A G>B A>E B>E")));
    process.set("D", VariableValue.number(0));
    engine.engine().startInstance(process.id(), EngineFixture.TESTER);
    assertThat(process.steps()).containsExactly("A error", "B error");
    process.set("D", VariableValue.number(1));
    // when
    process.restart("A");
    // then
    assertThat(process.status()).isEqualTo("error");
    // when
    process.restart("B");
    // then
    assertThat(process.status()).isEqualTo("running");
    assertThat(process.variable("V")).contains(VariableValue.text("1"));
    assertThat(process.row().isAltered()).isTrue();
  }

  private Instance start(String elements) {
    return engine.start(engine.deployProcess(elements));
  }

  /** Appends a letter to the variable TRACE. */
  private static String trace(String set, String letter) {
    return assignment(set, "TRACE", "plsqlExpression", ":F4A$TRACE || '" + letter + "'");
  }

  private static String traceAndFail(String set, String letter) {
    String second = failing(set).replace("<apex:varSequence>0<", "<apex:varSequence>1<");
    return (trace(set, letter) + second)
        .replaceFirst("</apex:%1$s>\\s*<apex:%1$s>".formatted(set), "");
  }

  private static String failing(String set) {
    return assignment(set, "V", "plsqlExpression", FAILING);
  }
}
