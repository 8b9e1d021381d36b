package flows4ee.engine.expression;

import flows4ee.engine.variable.DateMask;
import flows4ee.engine.variable.Decimals;
import flows4ee.engine.variable.Interval;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;

/** Functions of dates, timestamps and intervals; NULL in, NULL out. */
final class DateFunctions {

  private DateFunctions() {}

  static List<Function> all() {
    return List.of(
        new Function("SYSDATE", List.of(), 0, 0, (frame, none) -> today(frame)),
        new Function("CURRENT_DATE", List.of(), 0, 0, (frame, none) -> today(frame)),
        new Function("SYSTIMESTAMP", List.of(), 0, 0, (frame, none) -> now(frame)),
        new Function("CURRENT_TIMESTAMP", List.of(), 0, 0, (frame, none) -> now(frame)),
        new Function("TO_DATE", List.of(), 1, 2, DateFunctions::toDate),
        new Function("TO_TIMESTAMP", List.of(), 1, 2, DateFunctions::toTimestamp),
        new Function("TO_TIMESTAMP_TZ", List.of(), 1, 2, DateFunctions::toTimestamp),
        Function.of("TO_DSINTERVAL", 1, 1, a -> daySecond(a[0])),
        Function.of("TO_YMINTERVAL", 1, 1, a -> yearMonth(a[0])),
        Function.of("ADD_MONTHS", 2, 2, a -> addMonths(Values.date(a[0]), a[1])),
        Function.of("MONTHS_BETWEEN", 2, 2, a -> months(Values.date(a[0]), Values.date(a[1]))),
        Function.of("LAST_DAY", 1, 1, a -> lastDay(Values.date(a[0]))));
  }

  private static LocalDateTime today(Frame frame) {
    return now(frame).toLocalDateTime().withNano(0);
  }

  private static ZonedDateTime now(Frame frame) {
    return frame.scope().now().atZone(ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
  }

  private static Object toDate(Frame frame, List<Node> arguments) {
    String text = frame.text(arguments.get(0));
    var mask = mask(frame, arguments, DateMask.DATE);
    var today = today(frame).toLocalDate();
    boolean isNull = text == null || mask == null;
    return isNull ? null : Values.parsed(() -> mask.parseDate(text, today));
  }

  private static Object toTimestamp(Frame frame, List<Node> arguments) {
    String text = frame.text(arguments.get(0));
    var mask = mask(frame, arguments, DateMask.TIMESTAMP);
    var today = today(frame).toLocalDate();
    boolean isNull = text == null || mask == null;
    return isNull ? null : Values.parsed(() -> mask.parseTimestamp(text, today));
  }

  /** The mask that is given, null when that is NULL, or the standard one when none is. */
  private static DateMask mask(Frame frame, List<Node> arguments, DateMask standard) {
    if (arguments.size() < 2) {
      return standard;
    }
    String mask = frame.text(arguments.get(1));
    return mask == null ? null : mask(mask);
  }

  static DateMask mask(String text) {
    try {
      return DateMask.of(text);
    } catch (DateTimeException e) {
      throw new EvaluationException("the date format mask is not known", e);
    }
  }

  /** Writes a date or timestamp by a mask. */
  static String format(Object time, DateMask mask) {
    return Values.parsed(
        () ->
            time instanceof ZonedDateTime timestamp
                ? mask.format(timestamp)
                : mask.format((LocalDateTime) time));
  }

  /** Reads {@code DDD HH24:MI:SS} or ISO 8601. */
  static Duration daySecond(Object value) {
    String text = Values.text(value);
    if (text == null) {
      return null;
    }
    var interval = interval(text, Interval::ofDaySecond);
    if (interval.months() != 0) {
      throw new EvaluationException("a day to second interval has months");
    }
    return interval.duration();
  }

  /** Reads {@code YY-MM} or ISO 8601. */
  static Months yearMonth(Object value) {
    String text = Values.text(value);
    if (text == null) {
      return null;
    }
    var interval = interval(text, Interval::ofYearMonth);
    if (!interval.duration().isZero()) {
      throw new EvaluationException("a year to month interval has days");
    }
    return new Months(interval.months());
  }

  private static Interval interval(
      String text, java.util.function.Function<String, Interval> oracleForm) {
    boolean isIso = text.strip().toUpperCase(Locale.ROOT).matches("-?P.*");
    return Values.parsed(() -> isIso ? Interval.ofIso(text) : oracleForm.apply(text));
  }

  /** Adds months; the last day of a month stays the last. */
  private static Object addMonths(LocalDateTime date, Object count) {
    if (date == null || count == null) {
      return null;
    }
    int months = Values.integer(count);
    if (Math.abs(months) > 12 * 9999) {
      throw new EvaluationException("a date is out of range");
    }
    var moved = date.plusMonths(months);
    boolean isLast = date.getDayOfMonth() == date.toLocalDate().lengthOfMonth();
    return Arithmetic.inRange(isLast ? lastDay(moved) : moved);
  }

  private static LocalDateTime lastDay(LocalDateTime date) {
    return date == null ? null : date.with(TemporalAdjusters.lastDayOfMonth());
  }

  /** Months between two dates, with the rest as part of a month of 31 days. */
  private static Object months(LocalDateTime later, LocalDateTime earlier) {
    if (later == null || earlier == null) {
      return null;
    }
    long whole =
        12L * (later.getYear() - earlier.getYear())
            + later.getMonthValue()
            - earlier.getMonthValue();
    boolean isSameDay = later.getDayOfMonth() == earlier.getDayOfMonth();
    if (isSameDay || isLastDay(later) && isLastDay(earlier)) {
      return BigDecimal.valueOf(whole);
    }
    long seconds =
        86_400L * (later.getDayOfMonth() - earlier.getDayOfMonth())
            + later.toLocalTime().toSecondOfDay()
            - earlier.toLocalTime().toSecondOfDay();
    var part =
        BigDecimal.valueOf(seconds).divide(BigDecimal.valueOf(31 * 86_400L), Decimals.PRECISION);
    return BigDecimal.valueOf(whole).add(part);
  }

  private static boolean isLastDay(LocalDateTime date) {
    return date.getDayOfMonth() == date.toLocalDate().lengthOfMonth();
  }
}
