package flows4ee.engine.variable;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/**
 * A calendar string of Oracle's scheduler, such as {@code FREQ=MONTHLY;BYMONTHDAY=-1;BYHOUR=18}.
 *
 * <p>Understood: {@code FREQ} (YEARLY to SECONDLY), {@code INTERVAL}, {@code BYMONTH}, {@code
 * BYMONTHDAY}, {@code BYYEARDAY}, {@code BYDAY} (with a number before the day for YEARLY and
 * MONTHLY), {@code BYHOUR}, {@code BYMINUTE}, {@code BYSECOND}. What a calendar leaves open is
 * taken from the start.
 */
public final class OracleCalendar {

  /** How often a calendar repeats, from rare to frequent. */
  enum Frequency {
    YEARLY,
    MONTHLY,
    WEEKLY,
    DAILY,
    HOURLY,
    MINUTELY,
    SECONDLY;

    boolean isRarerThan(Frequency other) {
      return compareTo(other) < 0;
    }
  }

  private static final int MAX_DAYS = 366 * 30;
  private static final int MAX_CHECKS = 300_000;

  private final CalendarRules rules;

  private OracleCalendar(CalendarRules rules) {
    this.rules = rules;
  }

  /**
   * Reads a calendar string.
   *
   * @throws DateTimeException when it is not understood
   */
  public static OracleCalendar of(String text) {
    return new OracleCalendar(CalendarRules.parse(text.toUpperCase(Locale.ROOT)));
  }

  /**
   * The first occurrence after a moment that is also the start of the calendar.
   *
   * @return empty when there is none within 30 years or the search takes too long
   */
  public Optional<LocalDateTime> next(LocalDateTime start) {
    return new Search(start.truncatedTo(ChronoUnit.SECONDS)).find();
  }

  /** One search from a start, bounded in work. */
  private final class Search {

    private final LocalDateTime start;
    private int checks;

    Search(LocalDateTime start) {
      this.start = start;
    }

    Optional<LocalDateTime> find() {
      var day = start.toLocalDate();
      for (int i = 0; i < MAX_DAYS && checks < MAX_CHECKS; i++) {
        if (rules.isOn(day, start.toLocalDate())) {
          var time = firstTime(day);
          if (time.isPresent()) {
            return time;
          }
        }
        day = day.plusDays(1);
      }
      return Optional.empty();
    }

    private Optional<LocalDateTime> firstTime(LocalDate day) {
      for (int hour = 0; hour < 24 && checks++ < MAX_CHECKS; hour++) {
        var time = day.atTime(hour, 0);
        if (rules.isHour(time, start)) {
          var found = firstMinute(time);
          if (found.isPresent()) {
            return found;
          }
        }
      }
      return Optional.empty();
    }

    private Optional<LocalDateTime> firstMinute(LocalDateTime hour) {
      for (int minute = 0; minute < 60 && checks++ < MAX_CHECKS; minute++) {
        var time = hour.plusMinutes(minute);
        if (rules.isMinute(time, start)) {
          var found = firstSecond(time);
          if (found.isPresent()) {
            return found;
          }
        }
      }
      return Optional.empty();
    }

    private Optional<LocalDateTime> firstSecond(LocalDateTime minute) {
      for (int second = 0; second < 60 && checks++ < MAX_CHECKS; second++) {
        var time = minute.plusSeconds(second);
        if (time.isAfter(start) && rules.isSecond(time, start)) {
          return Optional.of(time);
        }
      }
      return Optional.empty();
    }
  }
}
