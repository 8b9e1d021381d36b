package flows4ee.engine.variable;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.regex.Pattern;

/** The text forms of dates and timestamps outside format masks. Years are 1 to 9999. */
public final class DateTexts {

  private static final int MAX_LENGTH = 100;
  private static final String DAY = "(\\d{4})-(\\d{2})-(\\d{2})";
  private static final Pattern SHOWN_DATE = Pattern.compile(DAY + " (\\d{2}):(\\d{2}):(\\d{2})");
  private static final Pattern SHOWN_TIMESTAMP =
      Pattern.compile(DAY + " (\\d{2}):(\\d{2}):(\\d{2})(?:\\.(\\d{1,9}))? (\\S+)");
  private static final Pattern EXTENDED =
      Pattern.compile(
          DAY
              + "(?:[T t ](\\d{2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9}))?)?)?"
              + " ?([A-Za-z+-]\\S*)?");
  private static final Pattern BASIC =
      Pattern.compile(
          "(\\d{4})(\\d{2})(\\d{2})"
              + "(?:[Tt](\\d{2})(?::?(\\d{2})(?::?(\\d{2})(?:[.,](\\d{1,9}))?)?)?)?"
              + " ?([A-Za-z+-]\\S*)?");

  private DateTexts() {}

  /** Reads exactly {@code YYYY-MM-DD HH24:MI:SS}. */
  public static Optional<LocalDateTime> date(String text) {
    return read(SHOWN_DATE, text).map(ZonedDateTime::toLocalDateTime);
  }

  /** Reads exactly {@code YYYY-MM-DD HH24:MI:SS TZR}, with optional fraction of seconds. */
  public static Optional<ZonedDateTime> timestamp(String text) {
    return read(SHOWN_TIMESTAMP, text);
  }

  /** Reads RFC 3339 or the shown forms; without a zone it is UTC, without a time midnight. */
  public static Optional<ZonedDateTime> request(String text) {
    return read(EXTENDED, text.strip());
  }

  /** Reads ISO 8601 in its extended or basic form; without a zone it is UTC. */
  public static Optional<ZonedDateTime> iso(String text) {
    return request(text).or(() -> read(BASIC, text.strip()));
  }

  /** The local time in UTC. */
  public static LocalDateTime utc(ZonedDateTime time) {
    return time.withZoneSameInstant(ZoneOffset.UTC).toLocalDateTime();
  }

  private static Optional<ZonedDateTime> read(Pattern pattern, String text) {
    var match = pattern.matcher(text);
    if (text.length() > MAX_LENGTH || !match.matches()) {
      return Optional.empty();
    }
    int[] parts = new int[7];
    for (int i = 0; i < 6; i++) {
      String digits = match.groupCount() > i ? match.group(i + 1) : null;
      parts[i] = digits == null ? 0 : Integer.parseInt(digits);
    }
    boolean hasZone = match.groupCount() == 8;
    parts[6] = hasZone ? nanos(match.group(7)) : 0;
    var zone = hasZone ? zone(match.group(8)) : Optional.of((ZoneId) ZoneOffset.UTC);
    return zone.flatMap(found -> time(parts, found));
  }

  private static int nanos(String digits) {
    return digits == null ? 0 : Integer.parseInt(digits + "0".repeat(9 - digits.length()));
  }

  private static Optional<ZoneId> zone(String name) {
    return name == null ? Optional.of(ZoneOffset.UTC) : ZoneNames.find(name);
  }

  private static Optional<ZonedDateTime> time(int[] parts, ZoneId zone) {
    try {
      var day = LocalDate.of(parts[0], parts[1], parts[2]);
      var time = LocalTime.of(parts[3], parts[4], parts[5], parts[6]);
      return parts[0] == 0 ? Optional.empty() : Optional.of(ZonedDateTime.of(day, time, zone));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
