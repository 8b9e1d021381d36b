package flows4ee.engine;

import static flows4ee.engine.Bpmn.flows;
import static flows4ee.engine.Bpmn.nodes;
import static flows4ee.engine.Bpmn.setting;
import static flows4ee.engine.Bpmn.timer;
import static org.assertj.core.api.Assertions.assertThat;

import flows4ee.engine.model.VariableValue;
import flows4ee.engine.state.Subflow;
import flows4ee.engine.state.SubflowStatus;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Steps that are forced, marked, set back or deleted leave nothing behind that acts later. */
class RepairTest {

  private final EngineFixture engine = new EngineFixture();

  @AfterEach
  void invariantsHold() {
    new Invariants(engine).check();
  }

  private static String failing(String set) {
    return ActivityFlowTest.assignment(
        set, "DONE", "plsqlExpression", "case when :F4A$FAIL = 'Y' then to_char(1 / 0) end");
  }

  private static String receive(String id, String message) {
    return receive(id, message, "");
  }

  private static String receive(String id, String message, String expressions) {
    return "<bpmn:receiveTask id=\"%s\" apex:type=\"simpleMessage\">".formatted(id)
        + "<bpmn:extensionElements>"
        + setting("messageName", message)
        + setting("correlationKey", "order")
        + setting("correlationValue", "1")
        + expressions
        + "</bpmn:extensionElements></bpmn:receiveTask>";
  }

  private static String catchTimer(String id) {
    return "<bpmn:intermediateCatchEvent id=\"%s\">".formatted(id)
        + timer("timeDuration", "PT5S")
        + "</bpmn:intermediateCatchEvent>";
  }

  @Test
  void shouldStopTheTimerOfAStepThatIsMarkedAndThenSetBack() {
    // given
    var process =
        engine.start(
            engine.deployProcess(
                nodes("startEvent:S task:A endEvent:E") + catchTimer("T") + flows("S>A A>T T>E")));
    process.complete("A").suspend().delete(process.at("T"));
    // when
    process.rewind(process.at("T"), RewindTarget.LAST_STEP).resume();
    engine.pass(Duration.ofSeconds(5));
    // then
    assertThat(process.steps()).containsExactly("A running");
  }

  @Test
  void shouldForgetTheMessageAcceptedForABranchThatIsSetBack() {
    // given
    var process =
        engine.start(
            engine.deployProcess(
                nodes("startEvent:S parallelGateway:G task:B endEvent:E")
                    + receive("R", "paid")
                    + flows("S>G G>R G>B R>E B>E")));
    process.suspend();
    engine.message("paid", "order", "1", "{}");
    // when
    process.rewind(process.at("B"), RewindTarget.PRIOR_GATEWAY);
    // then
    assertThat(engine.database.tables.deliveries).isEmpty();
    // when
    process.resume();
    // then
    assertThat(process.steps()).containsExactly("B running", "R waiting for message");
  }

  @Test
  void shouldTakeAForcedEventForTheFirstOfItsGateway() {
    // given
    var process =
        engine.start(
            engine.deployProcess(
                nodes("startEvent:S eventBasedGateway:G task:B endEvent:E")
                    + receive("R", "paid")
                    + receive("Q", "paid")
                    + catchTimer("T")
                    + flows("S>G G>R G>Q G>T R>B Q>B T>E B>E")));
    assertThat(process.errorKeys()).containsExactly("msgflow-subscription-exists");
    // when
    process.force("Q");
    // then
    assertThat(process.steps()).containsExactly("B running");
  }

  @Test
  void shouldTakeAnInterruptedEventForTheFirstOfItsGateway() {
    // given
    var process =
        engine.start(
            engine.deployProcess(
                nodes("startEvent:S eventBasedGateway:G task:A task:B endEvent:E")
                    + receive("R", "paid")
                    + receive("Q", "cancelled")
                    + Bpmn.boundary("T", "R", true, timer("timeDuration", "PT5S"))
                    + flows("S>G G>R G>Q R>A Q>A T>B A>E B>E")));
    // when
    engine.pass(Duration.ofSeconds(5));
    // then
    assertThat(process.steps()).containsExactly("B running");
  }

  @Test
  void shouldNotRestartOrForceWhileSuspended() {
    // given
    var process =
        engine.start(
            engine.deployProcess(
                nodes("startEvent:S task:A endEvent:E")
                    + "<bpmn:scriptTask id=\"X\"/>"
                    + flows("S>A A>X X>E")));
    process.complete("A").suspend();
    // when
    var refusals =
        List.of(
            Instance.refusal(() -> process.restart("X")),
            Instance.refusal(() -> process.force("X")));
    // then
    assertThat(refusals).containsOnly("suspended-cannot-complete-step");
    assertThat(process.status()).isEqualTo("suspended");
  }

  @Test
  void shouldPutARepeatingTimerInErrorWhenItsNextRunHasNoRoom() {
    // given
    engine.settings.subflowLimit = 2;
    var process =
        engine.start(
            engine.deployProcess(
                nodes("startEvent:S task:A task:B endEvent:E endEvent:F")
                    + Bpmn.boundary("T", "A", false, timer("timeCycle", "R3/PT5S"))
                    + flows("S>A A>E T>B B>F")));
    // when
    engine.pass(Duration.ofSeconds(5));
    // then
    assertThat(process.steps()).containsExactly("A running", "T error");
    assertThat(process.errorKeys()).containsExactly("too-many-subflows");
  }

  @Test
  void shouldArmTheBoundaryOfARestartedStepOnce() {
    // given
    var process =
        engine.create(
            engine.deployProcess(
                nodes("startEvent:S task:A task:B endEvent:E endEvent:F")
                    + receive("R", "paid", failing("afterTask"))
                    + Bpmn.boundary("T", "R", false, timer("timeDuration", "PT5S"))
                    + flows("S>R R>A A>E T>B B>F")));
    process.set("FAIL", VariableValue.text("Y"));
    engine.engine().startInstance(process.id(), EngineFixture.TESTER);
    engine.message("paid", "order", "1", "{}");
    assertThat(process.steps()).containsExactly("R error", "T waiting for timer");
    // when
    process.restart("R");
    engine.pass(Duration.ofSeconds(5));
    // then
    assertThat(process.steps()).containsExactly("B running", "R waiting for message");
  }

  @Test
  void shouldEndTheRoundsOfAForcedIteration() {
    // given
    var process = failedIteration();
    // when
    process.force(process.failed());
    // then
    assertThat(process.steps()).containsExactly("B running");
    assertThat(engine.database.tables.rounds).isEmpty();
  }

  @Test
  void shouldBeginARestartedIterationAfresh() {
    // given
    var process = failedIteration();
    // when
    process.restart(process.failed());
    // then
    assertThat(process.steps()).containsExactly("A iterating", "A running", "A running");
    assertThat(engine.database.tables.rounds).hasSize(2);
  }

  /** An iteration whose completion condition failed after the first of two rounds. */
  private Instance failedIteration() {
    var process =
        engine.create(
            engine.deployProcess(
                nodes("startEvent:S task:B endEvent:E")
                    + "<bpmn:task id=\"A\"><bpmn:multiInstanceLoopCharacteristics>"
                    + "<bpmn:extensionElements><apex:inputCollection>"
                    + "<apex:expressionType>processVariableList</apex:expressionType>"
                    + "<apex:expression>ITEMS</apex:expression>"
                    + "<apex:insideVariable>ITEM</apex:insideVariable></apex:inputCollection>"
                    + "<apex:completionCondition>"
                    + "<apex:expressionType>plsqlExpression</apex:expressionType>"
                    + "<apex:expression>1 / 0 = 1</apex:expression></apex:completionCondition>"
                    + "</bpmn:extensionElements></bpmn:multiInstanceLoopCharacteristics></bpmn:task>"
                    + flows("S>A A>B B>E")));
    process.set("ITEMS", VariableValue.text("x:y"));
    engine.engine().startInstance(process.id(), EngineFixture.TESTER);
    var round = process.subflows().get(1);
    engine
        .engine()
        .completeStep(round.id(), round.stepKey(), StepCompletion.PLAIN, EngineFixture.TESTER);
    assertThat(process.steps()).containsExactly("A error", "A running", "A waiting iterations");
    return process;
  }

  @Test
  void shouldMergeTheBranchesAtAForcedMerge() {
    // given
    var process =
        engine.create(
            engine.deployProcess(
                nodes("startEvent:S parallelGateway:G task:A task:B task:C endEvent:E")
                    + "<bpmn:parallelGateway id=\"M\"><bpmn:extensionElements>"
                    + failing("afterMerge")
                    + "</bpmn:extensionElements></bpmn:parallelGateway>"
                    + flows("S>G G>A G>B A>M B>M M>C C>E")));
    process.set("FAIL", VariableValue.text("Y"));
    engine.engine().startInstance(process.id(), EngineFixture.TESTER);
    process.complete("A").complete("B");
    assertThat(process.steps()).containsExactly("M error", "M waiting at gateway");
    // when
    process.force(process.failed());
    // then
    assertThat(process.steps()).containsExactly("C running");
  }

  @Test
  void shouldEndTheOtherRoundsOfAnIterationThatIsForcedOn() {
    // given
    var process = iterationInError();
    // when
    process.force(inError(process));
    // then
    assertThat(process.status()).isEqualTo("running");
    assertThat(process.steps()).containsExactly("B running");
    assertThat(process.subflows()).hasSize(1);
    assertThat(engine.database.tables.rounds).isEmpty();
  }

  @Test
  void shouldBeginTheRoundsAnewAfterRestart() {
    // given
    var process = iterationInError();
    // when
    process.restart(inError(process));
    // then
    assertThat(process.steps()).containsExactly("A iterating", "A running", "A running");
    assertThat(engine.database.tables.rounds).hasSize(2);
  }

  /** The first of two rounds is done, and whether that is enough cannot be told. */
  private Instance iterationInError() {
    var process =
        engine.create(
            engine.deployProcess(
                nodes("startEvent:S task:B endEvent:E")
                    + "<bpmn:userTask id=\"A\">"
                    + ActivityFlowTest.multiInstance(
                        "", "ITEMS", "DONE", ActivityFlowTest.until("1 / 0 = 1"))
                    + "</bpmn:userTask>"
                    + flows("S>A A>B B>E")));
    process.set("ITEMS", VariableValue.text("x:y"));
    engine.engine().startInstance(process.id(), EngineFixture.TESTER);
    var round =
        process.subflows().stream()
            .filter(step -> step.iteration() != null)
            .findFirst()
            .orElseThrow();
    engine
        .engine()
        .completeStep(round.id(), round.stepKey(), StepCompletion.PLAIN, EngineFixture.TESTER);
    return process;
  }

  private static Subflow inError(Instance process) {
    return process.subflows().stream()
        .filter(step -> step.status() == SubflowStatus.ERROR)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void shouldNotForceAnEventGatewayThatSeveralFlowsReach() {
    // given
    var process =
        engine.create(
            engine.deployProcess(
                nodes("startEvent:S parallelGateway:G task:A task:B endEvent:E")
                    + "<bpmn:eventBasedGateway id=\"X\"><bpmn:extensionElements>"
                    + failing("beforeSplit")
                    + "</bpmn:extensionElements></bpmn:eventBasedGateway>"
                    + catchTimer("T")
                    + catchTimer("U")
                    + flows("S>G G>A G>B A>X B>X X>T X>U T>E U>E")));
    process.set("FAIL", VariableValue.text("Y"));
    engine.engine().startInstance(process.id(), EngineFixture.TESTER);
    process.complete("A");
    // when
    String refusal = Instance.refusal(() -> process.force("X"));
    // then
    assertThat(refusal).isEqualTo("more_than_1_forward_path");
    assertThat(process.steps()).containsExactly("B running", "X error");
  }
}
