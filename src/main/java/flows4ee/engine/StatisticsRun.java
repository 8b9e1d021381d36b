package flows4ee.engine;

import flows4ee.engine.state.StatisticsStore;
import flows4ee.engine.state.StatisticsStore.Period;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.IsoFields;

/** Sums up the days that are over, then their months and quarters, and drops what is too old. */
final class StatisticsRun {

  /** Days caught up with after a long stop. */
  private static final int MOST_DAYS = 400;

  private final StatisticsStore store;
  private final Clock clock;

  StatisticsRun(StatisticsStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  void run(RetentionPolicy.Statistics kept) {
    LocalDate today = LocalDate.now(clock);
    for (LocalDate day = firstDay(today); day.isBefore(today); day = day.plusDays(1)) {
      store.summarizeDay(day, start(day), start(day.plusDays(1)));
      rollUp(day);
    }
    LocalDate month = today.withDayOfMonth(1);
    LocalDate quarter = today.with(IsoFields.DAY_OF_QUARTER, 1);
    store.deleteBefore(Period.DAY, earlier(today.minus(kept.days()), month));
    store.deleteBefore(Period.MONTH, earlier(today.minus(kept.months()), quarter));
    store.deleteBefore(Period.QUARTER, today.minus(kept.quarters()));
  }

  /** What is still to be summed up stays, however short it is to be kept. */
  private static LocalDate earlier(LocalDate wanted, LocalDate begin) {
    return wanted.isBefore(begin) ? wanted : begin;
  }

  private LocalDate firstDay(LocalDate today) {
    LocalDate next =
        store
            .findLastDay()
            .map(day -> day.plusDays(1))
            .or(() -> store.findFirstInstance().map(this::dayOf))
            .orElse(today);
    LocalDate earliest = today.minusDays(MOST_DAYS);
    return next.isBefore(earliest) ? earliest : next;
  }

  /** At the end of a month; until then it has no sum. */
  private void rollUp(LocalDate day) {
    LocalDate next = day.plusDays(1);
    if (next.getDayOfMonth() != 1) {
      return;
    }
    store.rollUp(Period.MONTH, day.withDayOfMonth(1), next);
    if (next.get(IsoFields.DAY_OF_QUARTER) == 1) {
      store.rollUp(Period.QUARTER, day.with(IsoFields.DAY_OF_QUARTER, 1), next);
    }
  }

  private LocalDate dayOf(Instant moment) {
    return LocalDate.ofInstant(moment, clock.getZone());
  }

  private Instant start(LocalDate day) {
    return day.atStartOfDay(clock.getZone()).toInstant();
  }
}
