package flows4ee.engine;

import static flows4ee.engine.Bpmn.flows;
import static flows4ee.engine.Bpmn.nodes;
import static org.assertj.core.api.Assertions.assertThat;

import flows4ee.engine.model.VariableValue;
import flows4ee.engine.state.Subflow;
import flows4ee.engine.state.SubflowStatus;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** No token is lost, doubled or left behind when its sisters, rounds or children go. */
class TokenKeepingTest {

  private static final String ROUNDS =
      "<bpmn:userTask id=\"A\" name=\"A\"><bpmn:multiInstanceLoopCharacteristics>"
          + "<bpmn:extensionElements><apex:inputCollection>"
          + "<apex:expressionType>processVariableList</apex:expressionType>"
          + "<apex:expression>ITEMS</apex:expression><apex:insideVariable>ITEM</apex:insideVariable>"
          + "</apex:inputCollection></bpmn:extensionElements>"
          + "</bpmn:multiInstanceLoopCharacteristics></bpmn:userTask>";

  private final EngineFixture engine = new EngineFixture();

  @AfterEach
  void invariantsHold() {
    new Invariants(engine).check();
  }

  @Test
  void shouldMergeWhenTheLastSisterEndsElsewhere() {
    // given
    var process = split("S>G G>A G>B G>D A>M D>M B>F M>C C>E");
    process.complete("A").complete("D");
    assertThat(process.steps())
        .containsExactly("B running", "M waiting at gateway", "M waiting at gateway");
    // when
    process.complete("B");
    // then
    assertThat(process.steps()).containsExactly("C running");
  }

  @Test
  void shouldEndTheBranchesOfADeletedSplit() {
    // given
    var process = split("S>G G>A G>B A>M B>M M>C C>E");
    process.suspend();
    // when
    process.delete(theSplit(process));
    process.resume();
    // then
    assertThat(process.status()).isEqualTo("completed");
  }

  @Test
  void shouldEndTheBranchesWhenTheirSplitIsSetBack() {
    // given
    var process = split("S>G G>A G>B A>M B>M M>C C>E");
    process.complete("A");
    process.suspend();
    // when
    process.rewind(theSplit(process), RewindTarget.PRIOR_GATEWAY);
    process.resume();
    // then
    assertThat(process.steps()).containsExactly("A running", "B running");
  }

  @Test
  void shouldSetBackASplitWithALevelInABranch() {
    // given
    var process =
        engine.start(
            engine.deployProcess(
                nodes("startEvent:S parallelGateway:G parallelGateway:M task:B endEvent:E")
                    + "<bpmn:subProcess id=\"P1\">"
                    + nodes("startEvent:S1 task:A1 endEvent:E1")
                    + flows("S1>A1 A1>E1")
                    + "</bpmn:subProcess>"
                    + flows("S>G G>P1 G>B P1>M B>M M>E")));
    process.suspend();
    // when
    process.rewind(process.at("B"), RewindTarget.PRIOR_GATEWAY);
    process.resume();
    // then
    assertThat(process.steps()).containsExactly("A1 running", "B running", "P1 in subprocess");
  }

  @Test
  void shouldEndTheEventsOfADeletedEventGateway() {
    // given
    String timer =
        "<bpmn:intermediateCatchEvent id=\"%s\"><bpmn:timerEventDefinition>"
            + "<bpmn:timeDuration>PT5S</bpmn:timeDuration></bpmn:timerEventDefinition>"
            + "</bpmn:intermediateCatchEvent>";
    var process =
        engine.start(
            engine.deployProcess(
                nodes("startEvent:S eventBasedGateway:G endEvent:E")
                    + timer.formatted("T")
                    + timer.formatted("U")
                    + flows("S>G G>T G>U T>E U>E")));
    process.suspend();
    // when
    process.delete(theSplit(process));
    process.resume();
    engine.pass(Duration.ofSeconds(5));
    // then
    assertThat(process.status()).isEqualTo("completed");
    assertThat(engine.database.tables.timers).isEmpty();
  }

  @Test
  void shouldGoOnWithoutADeletedRound() {
    // given
    var process = rounds();
    var round = aRound(process);
    process.suspend();
    // when
    process.delete(round);
    process.resume();
    // then
    assertThat(process.steps()).containsExactly("A iterating", "A running", "A waiting iterations");
    // when
    complete(aRound(process));
    // then
    assertThat(process.steps()).containsExactly("B running");
  }

  @Test
  void shouldStartEveryRoundOnceWhenAnIterationIsSetBack() {
    // given
    var process = rounds();
    var iterating =
        process.subflows().stream()
            .filter(step -> step.status() == SubflowStatus.ITERATING)
            .findFirst()
            .orElseThrow();
    process.suspend();
    // when
    process.rewind(iterating, RewindTarget.LAST_STEP);
    process.resume();
    // then
    assertThat(process.steps()).containsExactly("A iterating", "A running", "A running");
    assertThat(engine.database.tables.rounds).hasSize(2);
  }

  @Test
  void shouldForgetTheRoundsThatAnErrorEnds() {
    // given
    var process =
        engine.create(
            engine.deployProcess(
                nodes("startEvent:S task:B endEvent:E")
                    + "<bpmn:subProcess id=\"P1\">"
                    + nodes("startEvent:S1 parallelGateway:G1 task:C1 endEvent:E1")
                    + ROUNDS
                    + "<bpmn:endEvent id=\"F1\"><bpmn:errorEventDefinition/></bpmn:endEvent>"
                    + flows("S1>G1 G1>A A>E1 G1>C1 C1>F1")
                    + "</bpmn:subProcess>"
                    + flows("S>P1 P1>B B>E")));
    process.set("ITEMS", VariableValue.text("x:y"));
    engine.engine().startInstance(process.id(), EngineFixture.TESTER);
    // when
    process.complete("C1");
    // then
    assertThat(process.steps()).containsExactly("B running");
    assertThat(engine.database.tables.rounds).isEmpty();
  }

  private Instance split(String flows) {
    return engine.start(
        engine.deployProcess(
            nodes(
                    "startEvent:S parallelGateway:G parallelGateway:M task:A task:B task:C task:D"
                        + " endEvent:E endEvent:F")
                + flows(flows)));
  }

  private Instance rounds() {
    var process =
        engine.create(
            engine.deployProcess(
                nodes("startEvent:S task:B endEvent:E") + ROUNDS + flows("S>A A>B B>E")));
    process.set("ITEMS", VariableValue.text("x:y"));
    engine.engine().startInstance(process.id(), EngineFixture.TESTER);
    return process;
  }

  private static Subflow theSplit(Instance process) {
    return process.subflows().stream()
        .filter(step -> step.status() == SubflowStatus.SPLIT)
        .findFirst()
        .orElseThrow();
  }

  private static Subflow aRound(Instance process) {
    return process.subflows().stream()
        .filter(step -> step.status() == SubflowStatus.RUNNING)
        .findFirst()
        .orElseThrow();
  }

  private void complete(Subflow step) {
    engine
        .engine()
        .completeStep(step.id(), step.stepKey(), StepCompletion.PLAIN, EngineFixture.TESTER);
  }
}
