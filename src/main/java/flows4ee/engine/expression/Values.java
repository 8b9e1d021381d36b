package flows4ee.engine.expression;

import flows4ee.engine.variable.DateMask;
import flows4ee.engine.variable.Decimals;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * The values of evaluations and their implicit conversions.
 *
 * <p>A value is null (SQL NULL, also the empty text), {@link String}, {@link BigDecimal}, {@link
 * Boolean}, {@link LocalDateTime} (DATE), {@link ZonedDateTime} (TIMESTAMP WITH TIME ZONE), {@link
 * Duration} (day to second interval) or {@link Months}. The time zone of a session is UTC.
 */
final class Values {

  private Values() {}

  /** Text, with the empty text as NULL. */
  static String text(Object value) {
    if (value == null || value instanceof String) {
      return "".equals(value) ? null : (String) value;
    }
    if (value instanceof BigDecimal number) {
      return Decimals.text(number);
    }
    if (value instanceof LocalDateTime date) {
      return DateMask.DATE.format(date);
    }
    if (value instanceof ZonedDateTime timestamp) {
      return DateMask.TIMESTAMP.format(timestamp);
    }
    if (value instanceof Months months) {
      return months.text();
    }
    if (value instanceof Duration duration) {
      return daySecond(duration);
    }
    throw new EvaluationException("a boolean stands where a text is expected");
  }

  private static String daySecond(Duration duration) {
    var time = duration.abs();
    return String.format(
        Locale.ROOT,
        "%s%09d %02d:%02d:%02d.%09d",
        duration.isNegative() ? "-" : "+",
        time.toDays(),
        time.toHoursPart(),
        time.toMinutesPart(),
        time.toSecondsPart(),
        time.toNanosPart());
  }

  static BigDecimal number(Object value) {
    if (value == null || value instanceof BigDecimal) {
      return (BigDecimal) value;
    }
    if (value instanceof String text) {
      return Decimals.parse(text)
          .orElseThrow(() -> new EvaluationException("a text is not a number"));
    }
    throw new EvaluationException("a " + kind(value) + " stands where a number is expected");
  }

  /** A whole number within the range of int; fractions are cut off. */
  static int integer(Object value) {
    var number = number(value);
    if (number.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) > 0) {
      throw new EvaluationException("a number is too large");
    }
    return number.intValue();
  }

  static LocalDateTime date(Object value) {
    if (value == null || value instanceof LocalDateTime) {
      return (LocalDateTime) value;
    }
    if (value instanceof ZonedDateTime timestamp) {
      return timestamp.toLocalDateTime().withNano(0);
    }
    if (value instanceof String text) {
      return parsed(() -> DateMask.DATE.parseDate(text, LocalDate.EPOCH));
    }
    throw new EvaluationException("a " + kind(value) + " stands where a date is expected");
  }

  static ZonedDateTime timestamp(Object value) {
    if (value == null || value instanceof ZonedDateTime) {
      return (ZonedDateTime) value;
    }
    if (value instanceof LocalDateTime date) {
      return date.atZone(ZoneOffset.UTC);
    }
    if (value instanceof String text) {
      return parsed(() -> DateMask.TIMESTAMP.parseTimestamp(text, LocalDate.EPOCH));
    }
    throw new EvaluationException("a " + kind(value) + " stands where a timestamp is expected");
  }

  /** A truth value, null for unknown. */
  static Boolean truth(Object value) {
    if (value == null || value instanceof Boolean) {
      return (Boolean) value;
    }
    throw new EvaluationException("a " + kind(value) + " stands where a condition is expected");
  }

  /**
   * Compares two values that are not NULL; a text meets a number, date or timestamp as such.
   *
   * @throws EvaluationException when they cannot be compared
   */
  static int compare(Object left, Object right) {
    if (left instanceof String a && right instanceof String b) {
      return a.compareTo(b);
    }
    if (left instanceof BigDecimal || right instanceof BigDecimal) {
      return number(left).compareTo(number(right));
    }
    if (left instanceof ZonedDateTime || right instanceof ZonedDateTime) {
      return timestamp(left).toInstant().compareTo(timestamp(right).toInstant());
    }
    if (left instanceof LocalDateTime || right instanceof LocalDateTime) {
      return date(left).compareTo(date(right));
    }
    if (left instanceof Duration a && right instanceof Duration b) {
      return a.compareTo(b);
    }
    if (left instanceof Months a && right instanceof Months b) {
      return Long.compare(a.count(), b.count());
    }
    if (left instanceof Boolean a && right instanceof Boolean b) {
      return a.compareTo(b);
    }
    throw new EvaluationException("a " + kind(left) + " cannot be compared with a " + kind(right));
  }

  /** The name of a value's type, for messages. */
  static String kind(Object value) {
    if (value instanceof String) {
      return "text";
    }
    if (value instanceof BigDecimal) {
      return "number";
    }
    if (value instanceof Boolean) {
      return "boolean";
    }
    if (value instanceof LocalDateTime) {
      return "date";
    }
    return value instanceof ZonedDateTime ? "timestamp" : "interval";
  }

  /** Runs a date operation, whose own failures are failures of the evaluation. */
  static <T> T parsed(Supplier<T> operation) {
    try {
      return operation.get();
    } catch (DateTimeException | ArithmeticException e) {
      throw new EvaluationException("a date or time is not valid or out of range", e);
    }
  }
}
