package flows4ee.rest.wire;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;

/** Timestamps of the wire: RFC 3339 in UTC. */
public final class Timestamps {

  private static final DateTimeFormatter OUT =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu-MM-dd'T'HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 6, true)
          .appendLiteral('Z')
          .toFormatter()
          .withZone(ZoneOffset.UTC);

  private static final DateTimeFormatter IN =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu-MM-dd['T'HH:mm[:ss]")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .optionalStart()
          .appendOffset("+HH:MM", "Z")
          .optionalEnd()
          .optionalEnd()
          .toFormatter()
          .withResolverStyle(ResolverStyle.STRICT);

  private static final int DAY_LENGTH = 10;

  private Timestamps() {}

  /**
   * {@code YYYY-MM-DDThh:mm:ss[.f…]Z}, the fraction cut to microseconds, without trailing zeros and
   * absent when zero; null for null.
   */
  public static String format(Instant instant) {
    return instant == null ? null : OUT.format(instant.truncatedTo(ChronoUnit.MICROS));
  }

  /**
   * Reads an RFC 3339 timestamp with offset or {@code Z}; without zone UTC is meant, a date alone
   * is midnight UTC.
   *
   * @return empty when the text is none of these or lies outside the years 1 to 9999
   */
  public static Optional<Instant> parse(String text) {
    try {
      TemporalAccessor parsed =
          IN.parseBest(
              text.replace(' ', 'T').replace('t', 'T').replace('z', 'Z'),
              OffsetDateTime::from,
              LocalDateTime::from,
              LocalDate::from);
      return Optional.of(instant(parsed)).filter(Timestamps::isStorable);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Reads {@code YYYY-MM-DD}; empty for anything else and for the year 0. */
  public static Optional<LocalDate> parseDay(String text) {
    try {
      return text.length() == DAY_LENGTH
          ? Optional.of(LocalDate.parse(text)).filter(day -> day.getYear() >= 1)
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Instant instant(TemporalAccessor parsed) {
    if (parsed instanceof OffsetDateTime zoned) {
      return zoned.toInstant();
    }
    if (parsed instanceof LocalDateTime local) {
      return local.toInstant(ZoneOffset.UTC);
    }
    return LocalDate.from(parsed).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static boolean isStorable(Instant instant) {
    int year = instant.atOffset(ZoneOffset.UTC).getYear();
    return year >= 1 && year <= 9999;
  }
}
