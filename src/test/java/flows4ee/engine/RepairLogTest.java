package flows4ee.engine;

import static flows4ee.engine.Bpmn.catchEvent;
import static flows4ee.engine.Bpmn.flows;
import static flows4ee.engine.Bpmn.nodes;
import static flows4ee.engine.Bpmn.timer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import flows4ee.engine.state.InstanceEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What interventions and warnings leave behind in the log of the instance. */
class RepairLogTest {

  private final EngineFixture engine = new EngineFixture();

  @Test
  void shouldLogARewindOutOfASubProcess() {
    // given
    var process =
        engine.start(
            engine.deployProcess(
                nodes("startEvent:S endEvent:E")
                    + "<bpmn:subProcess id=\"B\">"
                    + nodes("startEvent:S1 task:A1 endEvent:E1")
                    + flows("S1>A1 A1>E1")
                    + "</bpmn:subProcess>"
                    + flows("S>B B>E")));
    process.suspend();
    // when
    process.rewind(process.at("A1"), RewindTarget.SUBPROCESS);
    // then
    assertThat(events(process)).containsExactly("suspended", "rewind subprocess");
    assertThat(process.row().isAltered()).isTrue();
  }

  @Test
  void shouldLogARewindOutOfACallActivity() {
    // given
    engine.deploy(
        "called",
        Bpmn.process(nodes("startEvent:S1 task:A1 endEvent:E1") + flows("S1>A1 A1>E1")),
        true);
    var process =
        engine.start(
            engine.deployProcess(
                nodes("startEvent:S endEvent:E")
                    + "<bpmn:callActivity id=\"C\" apex:calledDiagram=\"called\" />"
                    + flows("S>C C>E")));
    process.suspend();
    // when
    process.rewind(process.at("A1"), RewindTarget.CALL_ACTIVITY);
    // then
    assertThat(events(process)).containsExactly("suspended", "rewind call activity");
  }

  @Test
  void shouldLogARewindToTheLastStep() {
    // given
    var process =
        engine.start(
            engine.deployProcess(
                nodes("startEvent:S task:A task:B endEvent:E") + flows("S>A A>B B>E")));
    process.complete("A").suspend();
    // when
    process.rewind(process.at("B"), RewindTarget.LAST_STEP);
    // then
    assertThat(events(process)).containsExactly("suspended", "subflow repositioned");
  }

  @Test
  void shouldLogThatATimerWasRescheduled() {
    // given
    var process =
        engine.start(
            engine.deployProcess(
                nodes("startEvent:S endEvent:E")
                    + catchEvent("W", timer("timeDuration", "PT1H"))
                    + flows("S>W W>E")));
    var step = process.at("W");
    // when
    engine
        .engine()
        .rescheduleTimer(
            step.id(),
            step.stepKey(),
            Optional.of(engine.clock.instant().plus(Duration.ofDays(1))),
            Optional.of("later"),
            EngineFixture.TESTER);
    // then
    assertThat(engine.database.tables.instanceEvents)
        .filteredOn(event -> event.event().equals("rescheduled"))
        .extracting(InstanceEvent::objectId, InstanceEvent::comment, InstanceEvent::severity)
        .containsExactly(tuple("W", "later", 1));
  }

  @Test
  void shouldWarnOfADueDateWithoutFormatMask() {
    // given
    String dueOn = Bpmn.setting("dueOn", "2027-01-01 00:00:00 UTC");
    String xml =
        Bpmn.process(
            "<bpmn:extensionElements>"
                + dueOn
                + "</bpmn:extensionElements>"
                + nodes("startEvent:S task:A endEvent:E")
                + flows("S>A A>E"));
    // when
    var process = engine.start(engine.deploy("due", xml, false).diagram().id());
    // then
    assertThat(process.row().dueOn()).isEqualTo("2027-01-01T00:00:00Z");
    assertThat(engine.database.tables.instanceEvents)
        .filteredOn(event -> event.event().equals("warning"))
        .extracting(InstanceEvent::comment)
        .containsExactly("The due date has no format mask; YYYY-MM-DD HH24:MI:SS TZR was used.");
  }

  /** Events of level 1. */
  private List<String> events(Instance process) {
    return engine.database.tables.instanceEvents.stream()
        .filter(event -> event.processId() == process.id() && event.severity() == 1)
        .map(InstanceEvent::event)
        .toList();
  }
}
