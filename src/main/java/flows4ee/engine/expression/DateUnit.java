package flows4ee.engine.expression;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The units to which {@code trunc} and {@code round} bring a date. A date from the middle of its
 * unit on is rounded to the start of the next one.
 */
enum DateUnit {
  /** From the year that ends in 01; its middle is the year that ends in 51. */
  CENTURY("CC", "SCC"),
  /** Its middle is 1 July. */
  YEAR("YYYY", "SYYYY", "YEAR", "SYEAR", "YYY", "YY", "Y"),
  /** From the Monday of week 1 of ISO 8601; its middle is 1 July. */
  ISO_YEAR("IYYY", "IYY", "IY", "I"),
  /** Its middle is the 16th of its second month. */
  QUARTER("Q"),
  /** Its middle is the 16th. */
  MONTH("MM", "MON", "MONTH", "RM"),
  /** From the weekday on which the year began; the middle of a week is noon of its fourth day. */
  WEEK_OF_YEAR("WW"),
  /** From Monday. */
  ISO_WEEK("IW"),
  /** From the weekday on which the month began. */
  WEEK_OF_MONTH("W"),
  /** From Sunday. */
  WEEK("DAY", "DY", "D"),
  /** Its middle is noon. */
  DAY("DD", "DDD", "J"),
  HOUR("HH", "HH12", "HH24"),
  MINUTE("MI");

  private static final int HALF_WEEK_HOURS = 84;

  private final List<String> names;

  DateUnit(String... names) {
    this.names = List.of(names);
  }

  /**
   * A unit by one of its names, in any case; the day when there is none.
   *
   * @throws EvaluationException when no unit has that name
   */
  static DateUnit named(Object name) {
    if (name == null) {
      return DAY;
    }
    String wanted = Values.text(name).toUpperCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(unit -> unit.names.contains(wanted))
        .findFirst()
        .orElseThrow(() -> new EvaluationException("the unit of trunc or round is not known"));
  }

  LocalDateTime truncated(LocalDateTime date) {
    return Arithmetic.inRange(start(date));
  }

  LocalDateTime rounded(LocalDateTime date) {
    var start = start(date);
    return Arithmetic.inRange(date.isBefore(middle(start)) ? start : next(start));
  }

  private LocalDateTime start(LocalDateTime date) {
    var day = date.toLocalDate();
    return switch (this) {
      case CENTURY -> yearStart((day.getYear() - 1) / 100 * 100 + 1);
      case YEAR -> yearStart(day.getYear());
      case ISO_YEAR -> isoYearStart(isoYear(day));
      case QUARTER -> day.with(IsoFields.DAY_OF_QUARTER, 1).atStartOfDay();
      case MONTH -> day.withDayOfMonth(1).atStartOfDay();
      case WEEK_OF_YEAR -> weekStart(day, day.withDayOfYear(1).getDayOfWeek());
      case ISO_WEEK -> weekStart(day, DayOfWeek.MONDAY);
      case WEEK_OF_MONTH -> weekStart(day, day.withDayOfMonth(1).getDayOfWeek());
      case WEEK -> weekStart(day, DayOfWeek.SUNDAY);
      case DAY -> day.atStartOfDay();
      case HOUR -> date.truncatedTo(ChronoUnit.HOURS);
      case MINUTE -> date.truncatedTo(ChronoUnit.MINUTES);
    };
  }

  private LocalDateTime middle(LocalDateTime start) {
    return switch (this) {
      case CENTURY -> start.plusYears(50);
      case YEAR -> start.plusMonths(6);
      case ISO_YEAR -> yearStart(isoYear(start.toLocalDate())).plusMonths(6);
      case QUARTER -> start.plusMonths(1).plusDays(15);
      case MONTH -> start.plusDays(15);
      case WEEK_OF_YEAR, ISO_WEEK, WEEK_OF_MONTH, WEEK -> start.plusHours(HALF_WEEK_HOURS);
      case DAY -> start.plusHours(12);
      case HOUR -> start.plusMinutes(30);
      case MINUTE -> start.plusSeconds(30);
    };
  }

  private LocalDateTime next(LocalDateTime start) {
    return switch (this) {
      case CENTURY -> start.plusYears(100);
      case YEAR -> start.plusYears(1);
      case ISO_YEAR -> isoYearStart(isoYear(start.toLocalDate()) + 1);
      case QUARTER -> start.plusMonths(3);
      case MONTH -> start.plusMonths(1);
      case WEEK_OF_YEAR, ISO_WEEK, WEEK_OF_MONTH, WEEK -> start.plusWeeks(1);
      case DAY -> start.plusDays(1);
      case HOUR -> start.plusHours(1);
      case MINUTE -> start.plusMinutes(1);
    };
  }

  private static LocalDateTime yearStart(int year) {
    return LocalDate.of(year, 1, 1).atStartOfDay();
  }

  private static int isoYear(LocalDate day) {
    return day.get(IsoFields.WEEK_BASED_YEAR);
  }

  /** Week 1 is the one that holds 4 January. */
  private static LocalDateTime isoYearStart(int year) {
    return weekStart(LocalDate.of(year, 1, 4), DayOfWeek.MONDAY);
  }

  private static LocalDateTime weekStart(LocalDate day, DayOfWeek first) {
    return day.with(TemporalAdjusters.previousOrSame(first)).atStartOfDay();
  }
}
