package flows4ee.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import flows4ee.engine.state.Timer;
import flows4ee.engine.state.TimerStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class TimerStoreTest {

  private static final Duration LEASE = Duration.ofMinutes(1);
  private static final Instant PAST = Instant.parse("2001-01-01T00:00:00Z");

  @Parameter TestVendor vendor;
  private SqlTransactions transactions;
  private long processId;
  private final List<Timer> timers = new ArrayList<>();

  /** Two timers were due long ago, one is due soon, one is due but suspended. */
  @BeforeEach
  void open() {
    transactions = new SqlTransactions(vendor.shared().dataSource(), Duration.ofSeconds(2));
    var diagram = StoredRows.diagram(transactions);
    transactions.call(
        t -> {
          var state = t.instances().create(StoredRows.instance(t, diagram.id()));
          var subflow = StoredRows.subflow(t, state.instance());
          state.subflows().put(subflow);
          timers.add(StoredRows.timer(t, subflow, PAST.plusSeconds(1)));
          timers.add(StoredRows.timer(t, subflow, PAST));
          timers.add(StoredRows.timer(t, subflow, soon()));
          timers.add(
              StoredRows.timer(t, subflow, PAST).with(row -> row.status = TimerStatus.SUSPENDED));
          timers.forEach(timer -> state.timers().put(timer));
          t.instances().flush(state);
          processId = state.id();
          return null;
        });
  }

  @AfterEach
  void close() {
    transactions.call(
        t -> {
          t.instances().delete(processId);
          return null;
        });
  }

  @Test
  void shouldClaimDueTimersEarliestFirst() {
    assertThat(claim(10, "one", LEASE)).containsExactly(timers.get(1), timers.get(0));
  }

  @Test
  void shouldClaimNoMoreThanTheLimit() {
    assertThat(claim(1, "one", LEASE)).containsExactly(timers.get(1));
    assertThat(claim(1, "one", LEASE)).containsExactly(timers.get(0));
    assertThat(claim(1, "one", LEASE)).isEmpty();
  }

  @Test
  void shouldLeaveClaimedTimersToTheirNode() {
    claim(10, "one", LEASE);
    assertThat(claim(10, "two", LEASE)).isEmpty();
  }

  @Test
  void shouldClaimAgainAfterTheLease() {
    claim(10, "one", Duration.ofSeconds(-1));
    assertThat(claim(10, "two", LEASE)).hasSize(2);
  }

  @Test
  void shouldClaimAgainAfterTheRelease() {
    claim(10, "one", LEASE);
    transactions.call(
        t -> {
          t.timers().release("one");
          return null;
        });
    assertThat(claim(10, "two", LEASE)).hasSize(2);
  }

  @Test
  void shouldLeaveAPostponedTimer() {
    // given
    claim(10, "one", Duration.ofSeconds(-1));
    // when
    transactions.call(
        t -> {
          t.timers().postpone(timers.get(1).key(), LEASE);
          return null;
        });
    // then
    assertThat(claim(10, "two", LEASE)).containsExactly(timers.get(0));
  }

  @Test
  void shouldGiveUpTheClaimOnAChangedTimer() {
    claim(10, "one", LEASE);
    transactions.call(
        t -> {
          var state = t.instances().findLocked(processId).orElseThrow();
          state.timers().put(timers.get(0).with(row -> row.run = 1).with(r -> r.lastRun = PAST));
          t.instances().flush(state);
          return null;
        });
    assertThat(claim(10, "two", LEASE)).extracting(Timer::id).containsExactly(timers.get(0).id());
  }

  @Test
  void shouldSkipTimersThatAnotherClaimHolds() {
    try (var other = transactions.beginApart()) {
      assertThat(other.timers().claimDue(10, "one", LEASE)).hasSize(2);
      assertThat(claim(10, "two", LEASE)).isEmpty();
    }
    assertThat(claim(10, "two", LEASE)).hasSize(2);
  }

  @Test
  void shouldTellTheNextDueTime() {
    assertThat(nextDue()).isEqualTo(PAST);
    claim(10, "one", LEASE);
    assertThat(nextDue()).isEqualTo(timers.get(2).dueOn());
  }

  private static Instant soon() {
    return Instant.now().plusSeconds(600).truncatedTo(ChronoUnit.MICROS);
  }

  private Instant nextDue() {
    return transactions.call(t -> t.timers().findNextDue()).orElseThrow();
  }

  private List<Timer> claim(int limit, String node, Duration lease) {
    return transactions.call(t -> t.timers().claimDue(limit, node, lease));
  }
}
