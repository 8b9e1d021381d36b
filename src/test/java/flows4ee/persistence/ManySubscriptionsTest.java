package flows4ee.persistence;

import static flows4ee.engine.Bpmn.catchEvent;
import static flows4ee.engine.Bpmn.flows;
import static flows4ee.engine.Bpmn.message;
import static flows4ee.engine.Bpmn.nodes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flows4ee.engine.BatchFailedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A hundred thousand steps wait for messages of one name. */
@ParameterizedClass
@EnumSource
class ManySubscriptionsTest {

  private static final int MANY = 100_000;
  private static final long FIRST_ID = 1L << 50;
  private static final int RECEIVERS = 40;
  private static final Duration BOUND = Duration.ofMillis(50);

  @Parameter TestVendor vendor;
  private final String name = "paid " + UUID.randomUUID();
  private DatabaseFixture engine;

  /** All but a few of the subscriptions are rows of one step that never gets its message. */
  @BeforeEach
  void subscribe() {
    engine = new DatabaseFixture(vendor);
    long process = waiting("none");
    String numbers =
        vendor == TestVendor.H2
            ? "(select x as n from system_range(1, %d)) numbers"
            : "generate_series(1, %d) as numbers(n)";
    engine.update(
        ("""
        insert into flow_message_subscriptions
          (msub_id, msub_message_name, msub_key_name, msub_key_value, msub_prcs_id, msub_sbfl_id,
           msub_callback, msub_event_id, msub_created)
        select %d + n, ?, 'ORDER', cast(n as varchar(20)), ?, ?, 'none', 'M', current_timestamp
          from\s"""
                + numbers)
            .formatted(FIRST_ID, MANY),
        name,
        process,
        engine.at(process, "M").id());
  }

  @AfterEach
  void remove() {
    engine.update("delete from flow_message_subscriptions where msub_message_name = ?", name);
  }

  @Test
  void shouldCorrelateWithinFiftyMilliseconds_SEC_DOS_8() {
    // given
    var processes = new ArrayList<Long>();
    for (int i = 0; i < RECEIVERS; i++) {
      processes.add(waiting("own " + i));
    }
    // when
    var times = new ArrayList<Duration>();
    for (int i = 0; i < RECEIVERS; i++) {
      String value = "own " + i;
      times.add(timeOf(() -> engine.message(name, "ORDER", value)));
    }
    // then
    assertThat(processes).allMatch(process -> engine.status(process).equals("completed"));
    assertThat(median(times)).isLessThanOrEqualTo(BOUND);
  }

  @Test
  void shouldRefuseWhatNobodyWaitsForWithinFiftyMilliseconds_SEC_DOS_8() {
    // when
    var times = new ArrayList<Duration>();
    for (int i = 0; i < RECEIVERS; i++) {
      String value = i % 2 == 0 ? null : "nobody " + i;
      times.add(timeOf(() -> assertNotCorrelated(value)));
    }
    // then
    assertThat(median(times)).isLessThanOrEqualTo(BOUND);
  }

  @Test
  void shouldLetOnlyOneStepWaitForTheSameMessage_SEC_DOS_8() {
    // given
    long first = waiting("own");
    long second = waiting("own");
    // then
    assertThat(engine.status(first)).isEqualTo("running");
    assertThat(engine.status(second)).isEqualTo("error");
    // when
    engine.message(name, "ORDER", "own");
    // then
    assertThat(engine.status(first)).isEqualTo("completed");
    assertThat(engine.status(second)).isEqualTo("error");
    assertNotCorrelated("own");
  }

  private void assertNotCorrelated(String value) {
    assertThatThrownBy(() -> engine.message(name, "ORDER", value))
        .isInstanceOf(BatchFailedException.class);
  }

  private long waiting(String value) {
    return engine.start(
        engine.deployProcess(
            nodes("startEvent:S endEvent:E")
                + catchEvent("M", message(name, "ORDER", value, "PAID"))
                + flows("S>M M>E")));
  }

  private static Duration timeOf(Runnable work) {
    long begin = System.nanoTime();
    work.run();
    return Duration.ofNanos(System.nanoTime() - begin);
  }

  private static Duration median(List<Duration> times) {
    return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
  }
}
