package flows4ee.engine.variable;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A span of calendar months and exact time, as ISO 8601 and Oracle write it.
 *
 * @param months years and months, in months
 * @param duration weeks to fractions of a second
 */
public record Interval(long months, Duration duration) {

  private static final int MAX_LENGTH = 100;
  private static final String NUMBER = "(?:(\\d{1,9})";
  private static final Pattern ISO =
      Pattern.compile(
          "(-?)P"
              + (NUMBER + "Y)?")
              + (NUMBER + "M)?")
              + (NUMBER + "W)?")
              + (NUMBER + "D)?")
              + "(T"
              + (NUMBER + "H)?")
              + (NUMBER + "M)?")
              + "(?:(\\d{1,9})(?:[.,](\\d{1,9}))?S)?"
              + ")?");
  private static final Pattern DAY_SECOND =
      Pattern.compile("([+-]?)(\\d{1,9}) +(\\d{1,2}):(\\d{1,2}):(\\d{1,2})(?:\\.(\\d{1,9}))?");
  private static final Pattern YEAR_MONTH = Pattern.compile("([+-]?)(\\d{1,9})-(\\d{1,2})");

  public Interval {
    Objects.requireNonNull(duration, "duration");
  }

  /**
   * Reads {@code PnYnMnWnDTnHnMnS} in any case, with optional fraction of seconds and sign.
   *
   * @throws DateTimeException when the text does not have this form
   */
  public static Interval ofIso(String text) {
    var match = match(ISO, text.toUpperCase(Locale.ROOT));
    if (text.length() < 3 || "T".equals(match.group(6))) {
      throw bad();
    }
    long months = 12 * number(match, 2) + number(match, 3);
    long days = 7 * number(match, 4) + number(match, 5);
    var duration =
        Duration.ofDays(days)
            .plusHours(number(match, 7))
            .plusMinutes(number(match, 8))
            .plusSeconds(number(match, 9))
            .plusNanos(nanos(match.group(10)));
    return signed(match, months, duration);
  }

  /**
   * Reads Oracle's day to second form {@code DDD HH24:MI:SS[.FF]}.
   *
   * @throws DateTimeException when the text does not have this form
   */
  public static Interval ofDaySecond(String text) {
    var match = match(DAY_SECOND, text);
    if (number(match, 3) > 23 || number(match, 4) > 59 || number(match, 5) > 59) {
      throw bad();
    }
    var duration =
        Duration.ofDays(number(match, 2))
            .plusHours(number(match, 3))
            .plusMinutes(number(match, 4))
            .plusSeconds(number(match, 5))
            .plusNanos(nanos(match.group(6)));
    return signed(match, 0, duration);
  }

  /**
   * Reads Oracle's year to month form {@code YY-MM}.
   *
   * @throws DateTimeException when the text does not have this form
   */
  public static Interval ofYearMonth(String text) {
    var match = match(YEAR_MONTH, text);
    if (number(match, 3) > 11) {
      throw bad();
    }
    return signed(match, 12 * number(match, 2) + number(match, 3), Duration.ZERO);
  }

  /**
   * Reads the text of {@link #toString()}.
   *
   * @throws DateTimeException when the text does not have this form
   */
  public static Interval parse(String text) {
    return ofIso(text);
  }

  public boolean isNegative() {
    return months < 0 || duration.isNegative();
  }

  /** The moment this long after another; the months count first, in UTC. */
  public Instant after(Instant start) {
    return start.atZone(ZoneOffset.UTC).plus(months, ChronoUnit.MONTHS).toInstant().plus(duration);
  }

  /** ISO 8601 form with the units month and second, such as {@code P1MT30S}. */
  @Override
  public String toString() {
    boolean isNegative = isNegative();
    var time = duration.abs();
    var text = new StringBuilder(isNegative ? "-P" : "P");
    if (months != 0) {
      text.append(Math.abs(months)).append('M');
    }
    if (months == 0 || !time.isZero()) {
      text.append(time.toDays() > 0 ? time.toDays() + "D" : "").append('T');
      text.append(time.toSeconds() % 86_400);
      if (time.getNano() != 0) {
        text.append(String.format(Locale.ROOT, ".%09d", time.getNano()));
      }
      text.append('S');
    }
    return text.toString();
  }

  private static Interval signed(Matcher match, long months, Duration duration) {
    return "-".equals(match.group(1))
        ? new Interval(-months, duration.negated())
        : new Interval(months, duration);
  }

  private static Matcher match(Pattern pattern, String text) {
    var match = pattern.matcher(text.strip());
    if (text.length() > MAX_LENGTH || !match.matches()) {
      throw bad();
    }
    return match;
  }

  private static long number(Matcher match, int group) {
    return match.group(group) == null ? 0 : Long.parseLong(match.group(group));
  }

  private static long nanos(String digits) {
    return digits == null ? 0 : Long.parseLong(digits + "0".repeat(9 - digits.length()));
  }

  private static DateTimeException bad() {
    return new DateTimeException("The text is no interval.");
  }
}
