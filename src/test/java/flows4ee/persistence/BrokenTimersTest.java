package flows4ee.persistence;

import static flows4ee.engine.Bpmn.catchEvent;
import static flows4ee.engine.Bpmn.flows;
import static flows4ee.engine.Bpmn.nodes;
import static flows4ee.engine.Bpmn.timer;
import static org.assertj.core.api.Assertions.assertThat;

import flows4ee.engine.state.Timer;
import flows4ee.engine.state.TimerStatus;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class BrokenTimersTest {

  private static final String RENAME =
      "update flow_timers set timr_event_id = ? where timr_prcs_id = ?";

  @Parameter TestVendor vendor;
  private DatabaseFixture engine;
  private long process;

  @BeforeEach
  void open() {
    engine = new DatabaseFixture(vendor);
    process =
        engine.start(
            engine.deployProcess(
                nodes("startEvent:S task:A endEvent:E")
                    + catchEvent("T", timer("timeDuration", "PT1H"))
                    + flows("S>T T>A A>E")));
  }

  @Test
  void shouldStoreABrokenTimerAndFireItAfterRestart() {
    // given
    engine.update(RENAME, "gone", process);
    // when
    for (int i = 0; i < 3; i++) {
      assertThat(engine.read(process).timers().all())
          .extracting(Timer::status)
          .containsExactly(TimerStatus.CREATED);
      fire();
    }
    // then
    assertThat(engine.read(process).timers().all())
        .extracting(Timer::status)
        .containsExactly(TimerStatus.BROKEN);
    assertThat(engine.status(process)).isEqualTo("error");
    // when
    engine.update(RENAME, "T", process);
    var step = engine.at(process, "T");
    engine
        .engine()
        .restartStep(step.id(), step.stepKey(), Optional.empty(), DatabaseFixture.TESTER);
    fire();
    // then
    assertThat(engine.at(process, "A").status().literal()).isEqualTo("running");
    assertThat(engine.status(process)).isEqualTo("running");
  }

  @Test
  void shouldCountTheFailuresOfATimerOnAllNodesTogether() {
    // given
    var otherNode = new DatabaseFixture(vendor);
    engine.update(RENAME, "gone", process);
    fire(engine);
    fire(otherNode);
    assertThat(engine.status(process)).isEqualTo("running");
    // when
    fire(engine);
    // then
    assertThat(engine.read(process).timers().all())
        .extracting(Timer::status)
        .containsExactly(TimerStatus.BROKEN);
    assertThat(engine.status(process)).isEqualTo("error");
  }

  @Test
  void shouldCountTheFailuresOfEachTimerApart() {
    // given
    long other = engine.start(engine.read(process).instance().diagramId());
    engine.update(RENAME, "gone", process);
    engine.update(RENAME, "gone", other);
    // when
    fire(engine);
    fire(engine);
    assertThat(engine.makeTimersDue(other)).isEqualTo(1);
    engine.assembly.dueTimers().fireBatch();
    // then
    assertThat(engine.status(process)).isEqualTo("running");
    assertThat(engine.status(other)).isEqualTo("running");
    // when
    fire(engine);
    // then
    assertThat(engine.status(process)).isEqualTo("error");
    assertThat(engine.status(other)).isEqualTo("running");
  }

  @Test
  void shouldCountAnewAfterTheTimerWasChanged() {
    // given
    engine.update(RENAME, "gone", process);
    fire(engine);
    fire(engine);
    var step = engine.at(process, "T");
    // when
    engine
        .engine()
        .rescheduleTimer(
            step.id(),
            step.stepKey(),
            Optional.of(Instant.now()),
            Optional.empty(),
            DatabaseFixture.TESTER);
    fire(engine);
    fire(engine);
    // then
    assertThat(engine.status(process)).isEqualTo("running");
  }

  private void fire() {
    fire(engine);
  }

  private void fire(DatabaseFixture node) {
    assertThat(engine.makeTimersDue(process)).isEqualTo(1);
    node.assembly.dueTimers().fireBatch();
  }
}
