package flows4ee.engine;

import static flows4ee.engine.Bpmn.boundary;
import static flows4ee.engine.Bpmn.catchEvent;
import static flows4ee.engine.Bpmn.flows;
import static flows4ee.engine.Bpmn.message;
import static flows4ee.engine.Bpmn.nodes;
import static flows4ee.engine.Bpmn.timer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import flows4ee.engine.model.VariableValue;
import flows4ee.engine.state.MessageSubscription;
import flows4ee.engine.state.StepEvent;
import flows4ee.engine.state.Timer;
import flows4ee.engine.state.TimerStatus;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Timer and message boundary events: armed with their activity, gone when it is left. */
class BoundaryArmingTest {

  private static final String IN_5_SECONDS = timer("timeDuration", "PT5S");
  private static final String HURRY = message("hurry", "order", "7", "REASON");

  private final EngineFixture engine = new EngineFixture();

  @BeforeEach
  void deployCalled() {
    engine.deploy(
        "called",
        Bpmn.process(nodes("startEvent:S2 task:A2 endEvent:E2") + flows("S2>A2 A2>E2")),
        false);
  }

  @AfterEach
  void invariantsHold() {
    new Invariants(engine).check();
  }

  static String activity(String kind) {
    return switch (kind) {
      case "subProcess" ->
          "<bpmn:subProcess id=\"A\">"
              + nodes("startEvent:S1 task:A1 endEvent:E1")
              + flows("S1>A1 A1>E1")
              + "</bpmn:subProcess>";
      case "callActivity" -> ActivityFlowTest.callActivity("A", "called", "");
      case "receiveTask" ->
          "<bpmn:receiveTask id=\"A\" apex:type=\"simpleMessage\">"
              + message("paid", "order", "7", "PAYMENT")
                  .replaceAll("</?bpmn:messageEventDefinition>", "")
              + "</bpmn:receiveTask>";
      default -> "<bpmn:%s id=\"A\"/>".formatted(kind);
    };
  }

  /**
   * An activity {@code A} with boundary events that lead to task {@code B}, then task {@code C}.
   */
  private Instance start(String activity, String boundary, String flows) {
    return engine.start(
        engine.deployProcess(
            nodes("startEvent:S task:B task:C endEvent:E")
                + activity
                + boundary
                + flows("S>A A>C C>E B>E " + flows)));
  }

  private List<TimerStatus> timers() {
    return engine.database.tables.timers.values().stream().map(Timer::status).toList();
  }

  private List<String> subscriptions() {
    return engine.database.tables.subscriptions.values().stream()
        .map(MessageSubscription::messageName)
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"task", "manualTask", "userTask", "receiveTask", "subProcess", "callActivity"})
  void shouldLeaveEveryWaitingActivityByItsTimer(String kind) {
    // given
    var process = start(activity(kind), boundary("T", "A", true, IN_5_SECONDS), "T>B");
    // when
    engine.pass(Duration.ofSeconds(5));
    // then
    assertThat(process.steps()).containsExactly("B running");
    assertThat(process.at("B").lastCompleted()).isEqualTo("T");
    assertThat(process.completed()).contains("T").doesNotContain("A");
    assertThat(subscriptions()).isEmpty();
    assertThat(engine.database.tables.stepEvents)
        .filteredOn(event -> event.event().equals("step interrupted"))
        .extracting(StepEvent::objectId, StepEvent::comment)
        .containsExactly(tuple("A", "T"));
  }

  @Test
  void shouldIgnoreTheTimerOfAnAutomaticTask() {
    // when
    var process =
        start(
            "<bpmn:serviceTask id=\"A\"/>",
            boundary("T", "A", true, timer("timeDuration", "soon")),
            "T>B");
    // then
    assertThat(process.steps()).containsExactly("C running");
    assertThat(timers()).isEmpty();
  }

  @Test
  void shouldMarkTheStepWithWhatIsArmed() {
    // when
    var process =
        start(
            activity("task"),
            boundary("T", "A", true, IN_5_SECONDS)
                + boundary("U", "A", false, IN_5_SECONDS)
                + boundary("M", "A", true, HURRY)
                + boundary("N", "A", false, message("slow", "order", "7", "REASON")),
            "T>B U>B M>B N>B");
    // then
    assertThat(process.at("A").hasEvents()).isEqualTo(":SIT:CNT:SIM:CNM");
    assertThat(process.steps())
        .containsExactly("A running", "N waiting for message", "U waiting for timer");
    assertThat(process.at("U").route()).isEqualTo("from boundary event - run 1");
    assertThat(process.at("U").startingObject()).isEqualTo("U");
    // when
    process.complete("A");
    // then
    assertThat(process.steps()).containsExactly("C running");
    assertThat(process.at("C").hasEvents()).isNull();
    assertThat(timers()).containsExactly(TimerStatus.TERMINATED);
    assertThat(subscriptions()).isEmpty();
  }

  @Test
  void shouldLeaveTheActivityByItsMessage() {
    // given
    var process =
        start(
            activity("receiveTask"),
            boundary("M", "A", true, HURRY) + boundary("T", "A", true, IN_5_SECONDS),
            "M>B T>B");
    assertThat(subscriptions()).containsExactlyInAnyOrder("paid", "hurry");
    // when
    engine.message("hurry", "order", "7", "now");
    // then
    assertThat(process.steps()).containsExactly("B running");
    assertThat(process.variable("REASON")).contains(VariableValue.clob("now"));
    assertThat(process.completed()).containsExactly("S", "M");
    assertThat(subscriptions()).isEmpty();
    // when
    engine.pass(Duration.ofSeconds(60));
    // then
    assertThat(process.steps()).containsExactly("B running");
    assertThat(timers()).containsExactly(TimerStatus.TERMINATED);
  }

  @Test
  void shouldStartAPathBesideForANonInterruptingMessage() {
    // given
    var process = start(activity("receiveTask"), boundary("M", "A", false, HURRY), "M>B");
    // when
    engine.message("hurry", "order", "7", "now");
    // then
    assertThat(process.steps()).containsExactly("A waiting for message", "B running");
    // when
    engine.message("paid", "order", "7", "12 EUR");
    // then
    assertThat(process.steps()).containsExactly("B running", "C running");
  }

  @Test
  void shouldRefuseTheMessageOfATaskThatWasLeft() {
    // given
    start(activity("receiveTask"), boundary("T", "A", true, IN_5_SECONDS), "T>B");
    engine.pass(Duration.ofSeconds(5));
    // when
    String refusal = Instance.refusal(() -> engine.message("paid", "order", "7", null));
    // then
    assertThat(refusal).isEqualTo("msgflow-not-correlated");
  }

  @ParameterizedTest
  @CsvSource({"true, :SIT", "false, :CNT"})
  void shouldRunTheBeforeExpressionsWhenTheEventIsArmed(boolean isInterrupting, String mark) {
    // given
    String before =
        "<bpmn:extensionElements>"
            + ActivityFlowTest.assignment("beforeEvent", "ARMED", "static", "yes")
            + ActivityFlowTest.assignment("onEvent", "FIRED", "static", "yes")
            + "</bpmn:extensionElements>";
    var process =
        start(activity("task"), boundary("T", "A", isInterrupting, before + IN_5_SECONDS), "T>B");
    assertThat(process.at("A").hasEvents()).isEqualTo(mark);
    assertThat(process.variable("ARMED")).contains(VariableValue.text("yes"));
    assertThat(process.variable("FIRED")).isEmpty();
    // when
    process.set("ARMED", VariableValue.text("before"));
    engine.pass(Duration.ofSeconds(5));
    // then
    assertThat(process.variable("ARMED")).contains(VariableValue.text("before"));
    assertThat(process.variable("FIRED")).contains(VariableValue.text("yes"));
  }

  @Test
  void shouldRefuseASecondInterruptingTimer() {
    // given
    String twice =
        boundary("T", "A", true, IN_5_SECONDS)
            + boundary("U", "A", true, timer("timeDuration", "PT6S"));
    // when
    var process = start(activity("task"), twice, "T>B U>B");
    // then
    assertThat(process.steps()).containsExactly("A error");
    assertThat(process.errorKeys()).containsExactly("boundary-event-too-many");
    assertThat(timers()).isEmpty();
  }

  @Test
  void shouldLetAPathBesideLiveOnWhereverItWaits() {
    // given
    var process =
        start(
            activity("task"),
            boundary("T", "A", false, timer("timeCycle", "R2/PT5S"))
                + catchEvent("W", timer("timeDuration", "PT60S")),
            "T>W W>B");
    engine.pass(Duration.ofSeconds(5));
    assertThat(process.steps())
        .containsExactly("A running", "T waiting for timer", "W waiting for timer");
    // when
    process.complete("A");
    // then
    assertThat(process.steps()).containsExactly("C running", "W waiting for timer");
    // when
    engine.pass(Duration.ofSeconds(60));
    // then
    assertThat(process.steps()).containsExactly("B running", "C running");
  }

  @Test
  void shouldKeepAPathBesideThatFailedWhenTheActivityEnds() {
    // given
    String failing =
        "<bpmn:extensionElements>"
            + ActivityFlowTest.assignment("onEvent", "V", "plsqlRawExpression", "1/0")
            + "</bpmn:extensionElements>";
    var process = start(activity("task"), boundary("T", "A", false, failing + IN_5_SECONDS), "T>B");
    engine.pass(Duration.ofSeconds(5));
    assertThat(process.steps()).containsExactly("A running", "T error");
    // when
    process.complete("A");
    // then
    assertThat(process.steps()).containsExactly("C running", "T error");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void shouldLeaveAloneWhatAnotherBranchWaitsFor(boolean isInterrupted) {
    // given
    var process =
        engine.start(
            engine.deployProcess(
                nodes("startEvent:S parallelGateway:G task:B task:C task:D endEvent:E")
                    + activity("receiveTask")
                    + boundary("T", "A", true, IN_5_SECONDS)
                    + boundary("M", "A", true, HURRY)
                    + catchEvent("N", message("other", "order", "7", "OTHER"))
                    + catchEvent("U", timer("timeDuration", "PT60S"))
                    + flows("S>G G>A G>N G>U A>C T>B M>B N>D U>D B>E C>E D>E")));
    // when
    if (isInterrupted) {
      engine.pass(Duration.ofSeconds(5));
    } else {
      engine.message("paid", "order", "7", null);
    }
    // then
    assertThat(subscriptions()).containsExactly("other");
    assertThat(process.steps())
        .containsExactly(
            isInterrupted ? "B running" : "C running",
            "N waiting for message",
            "U waiting for timer");
    // when
    engine.message("other", "order", "7", null);
    engine.pass(Duration.ofSeconds(60));
    // then
    assertThat(process.steps()).filteredOn("D running"::equals).hasSize(2);
  }
}
