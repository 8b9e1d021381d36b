package flows4ee.engine.state;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Summaries of instances and steps by diagram and period. */
public interface StatisticsStore {

  /** Length of a period; each is summed up from the one before. */
  enum Period {
    DAY,
    MONTH,
    QUARTER
  }

  /** The last day that was summed up. */
  Optional<LocalDate> findLastDay();

  /** When the first instance was created. */
  Optional<Instant> findFirstInstance();

  /** Sums up one day from the instances and the step log; replaces what was there. */
  void summarizeDay(LocalDate day, Instant from, Instant to);

  /**
   * Sums up a month from its days or a quarter from its months; replaces what was there.
   *
   * @param first first day of the period
   * @param next first day of the period after it
   */
  void rollUp(Period period, LocalDate first, LocalDate next);

  /** Deletes the summaries of periods that began before the day. */
  void deleteBefore(Period period, LocalDate day);
}
