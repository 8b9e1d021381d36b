package flows4ee.engine;

import static flows4ee.engine.Bpmn.boundary;
import static flows4ee.engine.Bpmn.flows;
import static flows4ee.engine.Bpmn.message;
import static flows4ee.engine.Bpmn.nodes;
import static flows4ee.engine.Bpmn.setting;
import static flows4ee.engine.Bpmn.timer;
import static org.assertj.core.api.Assertions.assertThat;

import flows4ee.engine.model.VariableValue;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventFlowTest {

  private final EngineFixture engine = new EngineFixture();

  @AfterEach
  void invariantsHold() {
    new Invariants(engine).check();
  }

  @Test
  void shouldWaitForTheTimerOfACatchEvent() {
    // given
    var process =
        engine.start(
            engine.deployProcess(
                nodes("startEvent:S task:A endEvent:E")
                    + "<bpmn:intermediateCatchEvent id=\"T\">"
                    + timer("timeDuration", "PT10S")
                    + "</bpmn:intermediateCatchEvent>"
                    + flows("S>T T>A A>E")));
    assertThat(process.steps()).containsExactly("T waiting for timer");
    // when
    engine.pass(Duration.ofSeconds(9));
    assertThat(process.steps()).containsExactly("T waiting for timer");
    engine.pass(Duration.ofSeconds(1));
    // then
    assertThat(process.steps()).containsExactly("A running");
  }

  @Test
  void shouldLeaveTheTaskByItsInterruptingTimer() {
    // given
    var process =
        engine.start(
            engine.deployProcess(
                nodes("startEvent:S task:A task:B endEvent:E endEvent:F")
                    + boundary("T", "A", true, timer("timeDuration", "PT5S"))
                    + flows("S>A A>E T>B B>F")));
    // when
    engine.pass(Duration.ofSeconds(5));
    // then
    assertThat(process.steps()).containsExactly("B running");
    assertThat(process.completed()).doesNotContain("A");
  }

  @Test
  void shouldRemindRepeatedlyWhileTheTaskStaysOpen() {
    // given
    var process =
        engine.start(
            engine.deployProcess(
                nodes("startEvent:S task:A task:B endEvent:E endEvent:F")
                    + boundary("T", "A", false, timer("timeCycle", "R2/PT5S"))
                    + flows("S>A A>E T>B B>F")));
    // when
    engine.pass(Duration.ofSeconds(5));
    // then
    assertThat(process.steps()).containsExactly("A running", "B running", "T waiting for timer");
    // when
    engine.pass(Duration.ofSeconds(5));
    // then
    assertThat(process.steps()).containsExactly("A running", "B running", "B running");
    // when
    process.complete("A");
    // then
    assertThat(process.steps()).containsExactly("B running", "B running");
  }

  @Test
  void shouldDisarmTheTimerWhenTheTaskEndsFirst() {
    // given
    var process =
        engine.start(
            engine.deployProcess(
                nodes("startEvent:S task:A task:C task:B endEvent:E endEvent:F")
                    + boundary("T", "A", false, timer("timeDuration", "PT5S"))
                    + boundary("U", "A", true, timer("timeDuration", "PT6S"))
                    + flows("S>A A>C C>E T>B U>B B>F")));
    // when
    process.complete("A");
    engine.pass(Duration.ofSeconds(60));
    // then
    assertThat(process.steps()).containsExactly("C running");
  }

  @Test
  void A03_shouldPutTheStepInErrorWhenTheTimerTextIsInvalid() {
    // given
    var process =
        engine.start(
            engine.deployProcess(
                nodes("startEvent:S task:A endEvent:E")
                    + "<bpmn:intermediateCatchEvent id=\"T\">"
                    + timer("timeDuration", "tomorrow")
                    + "</bpmn:intermediateCatchEvent>"
                    + flows("S>A A>T T>E")));
    // when
    process.complete("A");
    // then
    assertThat(process.steps()).containsExactly("T error");
    assertThat(process.errorKeys()).containsExactly("timer_definition_error");
  }

  @Test
  void A02_shouldEndTheOtherEventsWhenOneWins() {
    // given
    var process =
        engine.start(
            engine.deployProcess(
                nodes("startEvent:S eventBasedGateway:G task:A task:B endEvent:E")
                    + "<bpmn:intermediateCatchEvent id=\"M\" apex:type=\"simpleMessage\">"
                    + message("paid", "order", "7", "PAYMENT")
                    + "</bpmn:intermediateCatchEvent>"
                    + "<bpmn:intermediateCatchEvent id=\"T\">"
                    + timer("timeDuration", "PT5S")
                    + "</bpmn:intermediateCatchEvent>"
                    + flows("S>G G>M G>T M>A T>B A>E B>E")));
    assertThat(process.steps()).containsExactly("M waiting for message", "T waiting for timer");
    // when
    engine.message("paid", "order", "7", "12 EUR");
    // then
    assertThat(process.steps()).containsExactly("A running");
    assertThat(process.variable("PAYMENT")).contains(VariableValue.clob("12 EUR"));
    assertThat(engine.database.tables.timers).isEmpty();
    // when
    engine.pass(Duration.ofSeconds(60));
    // then
    assertThat(process.steps()).containsExactly("A running");
  }

  @Test
  void shouldRefuseAMessageThatNobodyAwaits() {
    // when
    String refusal = Instance.refusal(() -> engine.message("paid", "order", "8", null));
    // then
    assertThat(refusal).isEqualTo("msgflow-not-correlated");
  }

  @Test
  void shouldCatchTheErrorOfASubProcessAtItsBoundary() {
    // given
    var process =
        engine.start(
            engine.deployProcess(
                nodes("startEvent:S task:B endEvent:E endEvent:F")
                    + "<bpmn:subProcess id=\"P1\">"
                    + nodes("startEvent:S1 task:A1")
                    + "<bpmn:endEvent id=\"X1\"><bpmn:errorEventDefinition/></bpmn:endEvent>"
                    + flows("S1>A1 A1>X1")
                    + "</bpmn:subProcess>"
                    + boundary("C", "P1", true, "<bpmn:errorEventDefinition/>")
                    + flows("S>P1 P1>E C>B B>F")));
    assertThat(process.steps()).containsExactly("A1 running", "P1 in subprocess");
    // when
    process.complete("A1");
    // then
    assertThat(process.steps()).containsExactly("B running");
    assertThat(process.completed()).doesNotContain("P1");
  }

  @Test
  void shouldGoOnNormallyWhenNobodyCatchesTheError() {
    // given
    var process =
        engine.start(
            engine.deployProcess(
                nodes("startEvent:S task:B endEvent:E")
                    + "<bpmn:subProcess id=\"P1\">"
                    + nodes("startEvent:S1 task:A1")
                    + "<bpmn:endEvent id=\"X1\"><bpmn:errorEventDefinition/></bpmn:endEvent>"
                    + flows("S1>A1 A1>X1")
                    + "</bpmn:subProcess>"
                    + flows("S>P1 P1>B B>E")));
    // when
    process.complete("A1");
    // then
    assertThat(process.steps()).containsExactly("B running");
    assertThat(process.completed()).contains("P1");
  }

  @Test
  void shouldStartAPathBesideForANonInterruptingEscalation() {
    // given
    var process =
        engine.start(
            engine.deployProcess(
                nodes("startEvent:S task:B endEvent:E endEvent:F")
                    + "<bpmn:subProcess id=\"P1\">"
                    + nodes("startEvent:S1 task:A1 task:A2 endEvent:E1")
                    + "<bpmn:intermediateThrowEvent id=\"X1\"><bpmn:escalationEventDefinition/></bpmn:intermediateThrowEvent>"
                    + flows("S1>A1 A1>X1 X1>A2 A2>E1")
                    + "</bpmn:subProcess>"
                    + boundary("C", "P1", false, "<bpmn:escalationEventDefinition/>")
                    + flows("S>P1 P1>E C>B B>F")));
    // when
    process.complete("A1");
    // then
    assertThat(process.steps()).containsExactly("A2 running", "B running", "P1 in subprocess");
    // when
    process.complete("A2").complete("B");
    // then
    assertThat(process.status()).isEqualTo("completed");
  }

  @Test
  void shouldFailTheStepWhenNobodyCatchesTheEscalation() {
    // given
    var process =
        engine.start(
            engine.deployProcess(
                nodes("startEvent:S task:A endEvent:E")
                    + "<bpmn:intermediateThrowEvent id=\"X\"><bpmn:escalationEventDefinition/></bpmn:intermediateThrowEvent>"
                    + flows("S>A A>X X>E")));
    // when
    process.complete("A");
    // then
    assertThat(process.steps()).containsExactly("X error");
    assertThat(process.errorKeys()).containsExactly("boundary-event-no-catch-found");
  }

  @Test
  void shouldEndEverythingAtATerminateEndEvent() {
    // given
    var process =
        engine.start(
            engine.deployProcess(
                nodes("startEvent:S parallelGateway:G task:A task:B endEvent:E")
                    + "<bpmn:endEvent id=\"X\"><bpmn:terminateEventDefinition><apex:processStatus>terminated</apex:processStatus></bpmn:terminateEventDefinition></bpmn:endEvent>"
                    + flows("S>G G>A G>B A>X B>E")));
    // when
    process.complete("A");
    // then
    assertThat(process.status()).isEqualTo("terminated");
    assertThat(process.subflows()).isEmpty();
  }

  @Test
  void shouldJumpFromTheLinkThrowToItsCatch() {
    // given
    var process =
        engine.start(
            engine.deployProcess(
                nodes("startEvent:S task:B endEvent:E")
                    + "<bpmn:intermediateThrowEvent id=\"X\" name=\"hop\"><bpmn:linkEventDefinition/></bpmn:intermediateThrowEvent>"
                    + "<bpmn:intermediateCatchEvent id=\"Y\" name=\"hop\"><bpmn:linkEventDefinition/></bpmn:intermediateCatchEvent>"
                    + flows("S>X Y>B B>E")));
    // then
    assertThat(process.steps()).containsExactly("B running");
    assertThat(process.completed()).containsExactly("S", "X", "Y");
  }

  @Test
  void shouldStartAnInstanceForAMessageStartEvent() {
    // given
    long diagram =
        engine
            .deploy(
                "orders",
                Bpmn.process(
                    "<bpmn:startEvent id=\"S\" apex:type=\"simpleMessage\"><bpmn:messageEventDefinition><bpmn:extensionElements>"
                        + setting("messageName", "ordered")
                        + "<apex:payloadVariable>ORDER</apex:payloadVariable></bpmn:extensionElements></bpmn:messageEventDefinition></bpmn:startEvent>"
                        + nodes("task:A endEvent:E")
                        + flows("S>A A>E")),
                true)
            .diagram()
            .id();
    // when
    engine.message("ordered", null, null, "one bicycle");
    // then
    var row =
        engine.database.tables.instances.values().stream()
            .filter(instance -> instance.diagramId() == diagram)
            .findFirst()
            .orElseThrow();
    var process = new Instance(engine, row.id());
    assertThat(process.steps()).containsExactly("A running");
    assertThat(process.variable("ORDER")).contains(VariableValue.clob("one bicycle"));
  }
}
