package flows4ee.engine;

import static flows4ee.engine.ActivityFlowTest.assignment;
import static flows4ee.engine.ActivityFlowTest.callActivity;
import static flows4ee.engine.Bpmn.extended;
import static flows4ee.engine.Bpmn.flows;
import static flows4ee.engine.Bpmn.nodes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import flows4ee.engine.model.VariableValue;
import flows4ee.engine.state.ProcessVariable;
import flows4ee.engine.state.VariableEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Process variables: their names, types, lengths and scopes, and the log of their changes. */
class VariableFlowTest {

  private static final VariableValue ONE = VariableValue.number(1);

  private final EngineFixture engine = new EngineFixture();

  @AfterEach
  void invariantsHold() {
    new Invariants(engine).check();
  }

  private Instance task() {
    return engine.start(
        engine.deployProcess(nodes("startEvent:S task:A endEvent:E") + flows("S>A A>E")));
  }

  /** A call activity {@code C} with task {@code A2} below it, then task {@code B}. */
  private Instance call(String sets, String inner) {
    engine.deploy("called", Bpmn.process(inner), false);
    return engine.start(
        engine.deployProcess(
            nodes("startEvent:S task:B endEvent:E")
                + callActivity("C", "called", sets)
                + flows("S>C C>B B>E")));
  }

  private Instance call(String sets) {
    return call(sets, nodes("startEvent:S2 task:A2 endEvent:E2") + flows("S2>A2 A2>E2"));
  }

  private long deployHandled() {
    return engine.deployProcess(
        nodes("startEvent:S task:W task:B endEvent:E")
            + "<bpmn:serviceTask id=\"H\" f4ee:handler=\"handler\"/>"
            + flows("S>W W>H H>B B>E"));
  }

  private void delete(Instance process, long scope, String name) {
    engine
        .engine()
        .deleteVariable(
            process.id(),
            new VariableReference(name, scope, OptionalLong.empty()),
            EngineFixture.TESTER);
  }

  private List<ProcessVariable> variables() {
    return List.copyOf(engine.database.tables.variables.values());
  }

  @Test
  void shouldKeepTheNameOfTheFirstWrite() {
    // given
    var process = task();
    // when
    process.set("Amount", VariableValue.number(1)).set("AMOUNT", VariableValue.number(2));
    // then
    assertThat(variables())
        .containsExactly(new ProcessVariable(process.id(), 0, "Amount", VariableValue.number(2)));
  }

  @Test
  void shouldKeepTheTypeOfAVariableThatACallerSets() {
    // given
    var process = task().set("AMOUNT", ONE);
    // when
    String refusal = Instance.refusal(() -> process.set("amount", VariableValue.text("1")));
    // then
    assertThat(refusal).isEqualTo("var-update-error");
    assertThat(process.variable("AMOUNT")).contains(ONE);
  }

  @Test
  void shouldReplaceTheTypeOfAVariableThatAnExpressionSets() {
    // given
    var process =
        engine.start(
            engine.deployProcess(
                nodes("startEvent:S task:A endEvent:E")
                    + extended("task:B", "", assignment("beforeTask", "amount", "static", "two"))
                    + flows("S>A A>B B>E")));
    process.set("AMOUNT", ONE);
    // when
    process.complete("A");
    // then
    assertThat(variables())
        .containsExactly(new ProcessVariable(process.id(), 0, "AMOUNT", VariableValue.text("two")));
  }

  @Test
  void shouldRefuseAScopeThatTheInstanceDoesNotHave() {
    // given
    var process = call("");
    // when
    String set = Instance.refusal(() -> process.set(999_999, "V", ONE));
    String deleted = Instance.refusal(() -> delete(process, 999_999, "V"));
    // then
    assertThat(List.of(set, deleted)).containsOnly("var-bad-scope");
    assertThat(variables()).isEmpty();
  }

  @Test
  void shouldKeepTheScopeOfACalledDiagramUntilReset() {
    // given
    var process = call("");
    long scope = process.at("A2").scope();
    process.complete("A2");
    // when
    process.set(scope, "V", ONE);
    // then
    assertThat(process.variable(scope, "V")).contains(ONE);
    assertThat(process.variable("V")).isEmpty();
    // when
    engine.engine().resetInstance(process.id(), Optional.empty(), EngineFixture.TESTER);
    // then
    assertThat(Instance.refusal(() -> process.set(scope, "V", ONE))).isEqualTo("var-bad-scope");
  }

  @Test
  void shouldLogTheVariablesThatAResetDeletes() {
    // given
    var process = call("");
    long scope = process.at("A2").scope();
    process.set("BUSINESS_REF", VariableValue.text("R")).set("V", ONE).set(scope, "W", ONE);
    engine.database.tables.variableEvents.clear();
    // when
    engine.engine().resetInstance(process.id(), Optional.empty(), EngineFixture.TESTER);
    // then
    assertThat(engine.database.tables.variableEvents)
        .containsExactlyInAnyOrder(deletion(process, 0, "V"), deletion(process, scope, "W"));
    assertThat(variables()).extracting(ProcessVariable::name).containsExactly("BUSINESS_REF");
  }

  @Test
  void shouldLogNoVariableThatAResetDeletesBelowTheFullLevel() {
    // given
    engine.settings.loggingLevel = 4;
    long diagram = engine.deployProcess(nodes("startEvent:S task:A endEvent:E") + flows("S>A A>E"));
    var process = engine.create(diagram, 4).set("V", ONE);
    // when
    engine.engine().resetInstance(process.id(), Optional.empty(), EngineFixture.TESTER);
    // then
    assertThat(variables()).isEmpty();
    assertThat(engine.database.tables.variableEvents).isEmpty();
  }

  private VariableEvent deletion(Instance process, long scope, String name) {
    return new VariableEvent(
        process.id(),
        scope,
        name,
        null,
        null,
        null,
        engine.clock.instant(),
        EngineFixture.TESTER.name(),
        null);
  }

  @Test
  void shouldGiveEveryRoundAScopeOfItsOwn() {
    // given
    var process =
        engine.create(
            engine.deployProcess(
                nodes("startEvent:S task:B endEvent:E")
                    + """
                      <bpmn:userTask id="A"><bpmn:multiInstanceLoopCharacteristics>
                      <bpmn:extensionElements><apex:inputCollection>
                      <apex:expressionType>processVariableArray</apex:expressionType>
                      <apex:expression>ITEMS</apex:expression>
                      </apex:inputCollection></bpmn:extensionElements>
                      </bpmn:multiInstanceLoopCharacteristics></bpmn:userTask>
                      """
                    + flows("S>A A>B B>E")));
    process.set("ITEMS", VariableValue.json("[{\"X\":null},{\"X\":null}]"));
    engine.engine().startInstance(process.id(), EngineFixture.TESTER);
    var rounds = process.subflows().stream().filter(step -> step.iteration() != null).toList();
    long first = rounds.get(0).scope();
    long second = rounds.get(1).scope();
    // when
    process.set(first, "V", ONE);
    // then
    assertThat(List.of(0L, first, second)).doesNotHaveDuplicates();
    assertThat(process.variable(first, "V")).contains(ONE);
    assertThat(process.variable(second, "V")).isEmpty();
    // when
    rounds.forEach(
        round ->
            engine
                .engine()
                .completeStep(
                    round.id(), round.stepKey(), StepCompletion.PLAIN, EngineFixture.TESTER));
    // then
    assertThat(process.steps()).containsExactly("B running");
    process.set(first, "W", ONE);
    assertThat(process.variable(first, "W")).contains(ONE);
    assertThat(Instance.refusal(() -> process.set(second, "W", ONE))).isEqualTo("var-bad-scope");
  }

  @Test
  void shouldDeleteTheVariableOfThatScopeOnly() {
    // given
    var process = call("");
    long scope = process.at("A2").scope();
    process.set("V", ONE).set(scope, "V", ONE);
    // when
    delete(process, scope, "v");
    // then
    assertThat(process.variable(scope, "V")).isEmpty();
    assertThat(process.variable("V")).contains(ONE);
    // when
    String refusal = Instance.refusal(() -> delete(process, scope, "V"));
    // then
    assertThat(refusal).isEqualTo("var-delete-error");
  }

  @Test
  void shouldLogWhoChangedAVariable() {
    // given
    var process =
        engine.start(
            engine.deployProcess(
                nodes("startEvent:S endEvent:E")
                    + extended("task:A", "", assignment("beforeTask", "V", "static", "one"))
                    + flows("S>A A>E")));
    long step = process.at("A").id();
    // when
    process.set("V", VariableValue.text("two"));
    delete(process, 0, "V");
    // then
    assertThat(engine.database.tables.variableEvents)
        .extracting(
            VariableEvent::name,
            VariableEvent::objectId,
            VariableEvent::subflowId,
            VariableEvent::expressionSet,
            VariableEvent::value)
        .containsExactly(
            tuple("V", "A", step, "beforeTask", VariableValue.text("one")),
            tuple("V", null, null, null, VariableValue.text("two")),
            tuple("V", null, null, null, null));
  }

  static Stream<Arguments> storable() {
    return Stream.of(
        Arguments.of("N".repeat(50), VariableValue.text("short")),
        Arguments.of("V", VariableValue.text("x".repeat(4000))),
        Arguments.of("V", VariableValue.text(null)),
        Arguments.of("V", VariableValue.clob("x".repeat(4001))));
  }

  @ParameterizedTest
  @MethodSource("storable")
  void shouldStoreWhatFits(String name, VariableValue value) {
    // given
    engine.handlers.put("handler", context -> context.setVariable(name, value));
    var process = engine.start(deployHandled());
    // when
    process.complete("W");
    // then
    assertThat(process.steps()).containsExactly("B running");
    assertThat(process.variable(name)).contains(value);
  }

  static Stream<Arguments> tooLong() {
    return Stream.of(
        Arguments.of("N".repeat(51), VariableValue.text("short")),
        Arguments.of("V", VariableValue.text("x".repeat(4001))));
  }

  @ParameterizedTest
  @MethodSource("tooLong")
  void shouldFailTheStepThatStoresWhatIsTooLong(String name, VariableValue value) {
    // given
    engine.handlers.put("handler", context -> context.setVariable(name, value));
    var process = engine.start(deployHandled());
    // when
    process.complete("W");
    // then
    assertThat(process.steps()).containsExactly("H error");
    assertThat(process.errorKeys()).containsExactly("var-value-too-long");
    assertThat(variables()).isEmpty();
  }

  @Test
  void shouldShowTheTextOfTheBusinessReferenceOnly() {
    // given
    List<Optional<String>> seen = new ArrayList<>();
    engine.handlers.put("handler", context -> seen.add(context.businessRef()));
    long diagram = deployHandled();
    // when
    engine.start(diagram).complete("W");
    engine.start(diagram).set("business_ref", VariableValue.text("4711")).complete("W");
    engine.start(diagram).set("BUSINESS_REF", ONE).complete("W");
    // then
    assertThat(seen).containsExactly(Optional.empty(), Optional.of("4711"), Optional.empty());
  }

  @Test
  void shouldNotInheritTheBusinessReference() {
    // given
    List<Optional<String>> seen = new ArrayList<>();
    engine.handlers.put("handler", context -> seen.add(context.businessRef()));
    String inner =
        nodes("startEvent:S2 task:A2 endEvent:E2")
            + "<bpmn:serviceTask id=\"H\" f4ee:handler=\"handler\"/>"
            + flows("S2>A2 A2>H H>E2");
    var process = call("", inner).set("BUSINESS_REF", VariableValue.text("outside"));
    // when
    process.complete("A2");
    // then
    assertThat(seen).containsExactly(Optional.empty());
  }
}
