package flows4ee.engine.expression;

import flows4ee.engine.variable.Decimals;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/**
 * Arithmetic of numbers, dates and intervals. A date plus or minus a number counts days; the
 * difference of two dates is a number of days, of two timestamps an interval. NULL in, NULL out.
 */
final class Arithmetic {

  private static final BigDecimal NANOS_PER_DAY = BigDecimal.valueOf(86_400_000_000_000L);
  private static final BigDecimal SECONDS_PER_DAY = BigDecimal.valueOf(86_400);
  private static final BigDecimal MAX_DAYS = BigDecimal.valueOf(10_000_000);
  private static final int MAX_YEAR = 9999;

  private Arithmetic() {}

  static Object add(Object left, Object right) {
    if (left == null || right == null) {
      return null;
    }
    if (isTime(left) || isInterval(left)) {
      return isTime(right) ? addToTime(right, left) : addTo(left, right);
    }
    if (isTime(right)) {
      return addToTime(right, left);
    }
    return bounded(Values.number(left).add(Values.number(right), Decimals.PRECISION));
  }

  static Object subtract(Object left, Object right) {
    if (left == null || right == null) {
      return null;
    }
    if (isTime(left) && isTime(right)) {
      return difference(left, right);
    }
    if (isTime(left) || isInterval(left)) {
      return addTo(left, negate(right));
    }
    return bounded(Values.number(left).subtract(Values.number(right), Decimals.PRECISION));
  }

  static Object multiply(Object left, Object right) {
    if (left == null || right == null) {
      return null;
    }
    if (isInterval(right)) {
      return scale(right, Values.number(left));
    }
    if (isInterval(left)) {
      return scale(left, Values.number(right));
    }
    return bounded(Values.number(left).multiply(Values.number(right), Decimals.PRECISION));
  }

  static Object divide(Object left, Object right) {
    if (left == null || right == null) {
      return null;
    }
    var divisor = Values.number(right);
    if (divisor.signum() == 0) {
      throw new EvaluationException("division by zero");
    }
    if (isInterval(left)) {
      return scale(left, BigDecimal.ONE.divide(divisor, Decimals.PRECISION));
    }
    return bounded(Values.number(left).divide(divisor, Decimals.PRECISION));
  }

  static Object negate(Object value) {
    if (value instanceof Duration duration) {
      return duration.negated();
    }
    if (value instanceof Months months) {
      return new Months(-months.count());
    }
    var number = Values.number(value);
    return number == null ? null : number.negate();
  }

  static BigDecimal bounded(BigDecimal number) {
    try {
      return Decimals.bounded(number);
    } catch (ArithmeticException e) {
      throw new EvaluationException("numeric overflow", e);
    }
  }

  /** Adds calendar months; a day that the month does not have is an error, as in Oracle. */
  private static LocalDateTime plusMonths(LocalDateTime date, Months months) {
    var moved = date.plusMonths(months.count());
    if (moved.getDayOfMonth() != date.getDayOfMonth()) {
      throw new EvaluationException("the month has no such day");
    }
    return moved;
  }

  static LocalDateTime inRange(LocalDateTime date) {
    if (date.getYear() < 1 || date.getYear() > MAX_YEAR) {
      throw new EvaluationException("a date is out of range");
    }
    return date;
  }

  static ZonedDateTime inRange(ZonedDateTime timestamp) {
    inRange(timestamp.toLocalDateTime());
    return timestamp;
  }

  private static boolean isTime(Object value) {
    return value instanceof LocalDateTime || value instanceof ZonedDateTime;
  }

  private static boolean isInterval(Object value) {
    return value instanceof Duration || value instanceof Months;
  }

  private static Object addTo(Object left, Object right) {
    return isTime(left) ? addToTime(left, right) : addIntervals(left, right);
  }

  private static Object addToTime(Object time, Object amount) {
    return Values.parsed(
        () -> {
          if (!isInterval(amount)) {
            return addDays(Values.date(time), Values.number(amount));
          }
          return time instanceof ZonedDateTime timestamp
              ? inRange(addInterval(timestamp, amount))
              : inRange(addInterval((LocalDateTime) time, amount));
        });
  }

  private static LocalDateTime addDays(LocalDateTime date, BigDecimal days) {
    if (days.abs().compareTo(MAX_DAYS) > 0) {
      throw new EvaluationException("a date is out of range");
    }
    var seconds = days.multiply(SECONDS_PER_DAY).setScale(0, RoundingMode.HALF_UP);
    return inRange(date.plusSeconds(seconds.longValue()));
  }

  private static ZonedDateTime addInterval(ZonedDateTime timestamp, Object interval) {
    if (interval instanceof Months months) {
      return plusMonths(timestamp.toLocalDateTime(), months).atZone(timestamp.getZone());
    }
    return timestamp.plus((Duration) interval);
  }

  private static LocalDateTime addInterval(LocalDateTime date, Object interval) {
    return interval instanceof Months months
        ? plusMonths(date, months)
        : date.plus((Duration) interval).withNano(0);
  }

  private static Object addIntervals(Object left, Object right) {
    if (left instanceof Duration a && right instanceof Duration b) {
      return Values.parsed(() -> a.plus(b));
    }
    if (left instanceof Months a && right instanceof Months b) {
      return new Months(Math.addExact(a.count(), b.count()));
    }
    throw new EvaluationException(
        "a " + Values.kind(right) + " cannot be added to a " + Values.kind(left));
  }

  private static Object difference(Object left, Object right) {
    if (left instanceof LocalDateTime a && right instanceof LocalDateTime b) {
      var seconds = BigDecimal.valueOf(ChronoUnit.SECONDS.between(b, a));
      return bounded(seconds.divide(SECONDS_PER_DAY, Decimals.PRECISION));
    }
    return Duration.between(Values.timestamp(right), Values.timestamp(left));
  }

  private static Object scale(Object interval, BigDecimal factor) {
    return Values.parsed(
        () -> {
          if (interval instanceof Months months) {
            var count = BigDecimal.valueOf(months.count()).multiply(factor);
            return new Months(whole(count));
          }
          var nanos = BigDecimal.valueOf(((Duration) interval).toNanos()).multiply(factor);
          if (nanos.abs().compareTo(NANOS_PER_DAY.multiply(MAX_DAYS)) > 0) {
            throw new EvaluationException("an interval is out of range");
          }
          return Duration.ofSeconds(
              whole(nanos.movePointLeft(9).setScale(0, RoundingMode.DOWN)),
              whole(nanos.remainder(BigDecimal.valueOf(1_000_000_000L))));
        });
  }

  private static long whole(BigDecimal number) {
    if (number.precision() - number.scale() > 18) {
      throw new EvaluationException("an interval is out of range");
    }
    return number.longValue();
  }
}
