package flows4ee.engine;

import static flows4ee.engine.Bpmn.boundary;
import static flows4ee.engine.Bpmn.catchEvent;
import static flows4ee.engine.Bpmn.flows;
import static flows4ee.engine.Bpmn.nodes;
import static flows4ee.engine.Bpmn.timer;
import static org.assertj.core.api.Assertions.assertThat;

import flows4ee.engine.state.StoreUnavailableException;
import flows4ee.engine.state.Timer;
import flows4ee.engine.state.TimerStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Timers whose row names an event that the diagram does not have: firing them cannot work. */
class BrokenTimersTest {

  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration LEASE = Duration.ofSeconds(60);

  private final EngineFixture engine = new EngineFixture();

  @AfterEach
  void invariantsHold() {
    new Invariants(engine).check();
  }

  @Test
  void shouldTryAgainAfterAGrowingTimeBeforeATimerIsBroken() {
    // given
    var process = waiting();
    rename("T", "gone");
    // when
    engine.pass(HOUR);
    engine.pass(LEASE);
    engine.pass(LEASE.multipliedBy(2).minusSeconds(1));
    // then
    assertThat(process.steps()).containsExactly("T waiting for timer");
    // when
    engine.pass(Duration.ofSeconds(1));
    // then
    assertThat(process.status()).isEqualTo("error");
    assertThat(process.steps()).containsExactly("T error");
    assertThat(process.errorKeys()).containsExactly("timer-broken");
    assertThat(timerRow().status()).isEqualTo(TimerStatus.BROKEN);
    assertThat(timerRow().lastRun()).isEqualTo(engine.clock.instant());
  }

  @Test
  void shouldFireAsSoonAsItCan() {
    // given
    var process = waiting();
    rename("T", "gone");
    engine.pass(HOUR);
    // when
    rename("gone", "T");
    engine.pass(LEASE);
    // then
    assertThat(process.steps()).containsExactly("A running");
  }

  @Test
  void shouldNotCountThatTheDatabaseIsAway() {
    // given
    var process = waiting();
    engine.clock.advance(HOUR);
    engine.database.outage = new StoreUnavailableException("no connection", null);
    // when
    for (int i = 0; i < 10; i++) {
      assertThat(engine.assembly.dueTimers().fireBatch()).isEqualTo(1);
    }
    engine.database.outage = null;
    engine.fireTimers();
    // then
    assertThat(process.steps()).containsExactly("A running");
  }

  @Test
  void shouldFireABrokenTimerAtOnceAfterRestart() {
    // given
    var process = broken();
    // when
    process.restart("T");
    // then
    assertThat(process.status()).isEqualTo("running");
    assertThat(process.steps()).containsExactly("T waiting for timer");
    // when
    engine.fireTimers();
    // then
    assertThat(process.steps()).containsExactly("A running");
  }

  @Test
  void shouldWaitForTheNewTimeOfABrokenTimer() {
    // given
    var process = broken();
    var step = process.at("T");
    Instant due = engine.clock.instant().plus(HOUR);
    // when
    engine
        .engine()
        .rescheduleTimer(
            step.id(), step.stepKey(), Optional.of(due), Optional.empty(), EngineFixture.TESTER);
    // then
    assertThat(process.status()).isEqualTo("running");
    assertThat(timerRow().dueOn()).isEqualTo(due);
    engine.fireTimers();
    assertThat(process.steps()).containsExactly("T waiting for timer");
    engine.pass(HOUR);
    assertThat(process.steps()).containsExactly("A running");
  }

  @Test
  void shouldLeaveNothingBelowASubProcessThatIsForcedOn() {
    // given
    var process = brokenAtSubProcess();
    // when
    process.force("Q");
    // then
    assertThat(process.status()).isEqualTo("running");
    assertThat(process.steps()).containsExactly("B running");
    assertThat(process.subflows()).hasSize(1);
  }

  @Test
  void shouldBeginASubProcessAnewAfterRestart() {
    // given
    var process = brokenAtSubProcess();
    // when
    process.restart("Q");
    // then
    assertThat(process.steps()).containsExactly("I running", "Q in subprocess");
    assertThat(process.subflows()).hasSize(2);
    // when
    process.complete("I");
    // then
    assertThat(process.steps()).containsExactly("B running");
  }

  private Instance waiting() {
    return engine.start(
        engine.deployProcess(
            nodes("startEvent:S task:A endEvent:E")
                + catchEvent("T", timer("timeDuration", "PT1H"))
                + flows("S>T T>A A>E")));
  }

  private Instance broken() {
    var process = waiting();
    breakTimer();
    assertThat(process.steps()).containsExactly("T error");
    return process;
  }

  private Instance brokenAtSubProcess() {
    var process =
        engine.start(
            engine.deployProcess(
                nodes("startEvent:S task:B task:C endEvent:E endEvent:F")
                    + "<bpmn:subProcess id=\"Q\">"
                    + nodes("startEvent:PS task:I endEvent:PE")
                    + flows("PS>I I>PE")
                    + "</bpmn:subProcess>"
                    + boundary("T", "Q", true, timer("timeDuration", "PT1H"))
                    + flows("S>Q Q>B B>E T>C C>F")));
    breakTimer();
    assertThat(process.steps()).containsExactly("I running", "Q error");
    return process;
  }

  private void breakTimer() {
    rename("T", "gone");
    engine.pass(HOUR);
    engine.pass(LEASE);
    engine.pass(LEASE.multipliedBy(2));
    rename("gone", "T");
  }

  private void rename(String from, String to) {
    engine.database.tables.timers.replaceAll(
        (key, row) -> row.eventId().equals(from) ? row.with(r -> r.eventId = to) : row);
  }

  private Timer timerRow() {
    assertThat(engine.database.tables.timers).hasSize(1);
    return engine.database.tables.timers.values().iterator().next();
  }
}
