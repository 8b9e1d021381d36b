package flows4ee.engine.timer;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * A span of calendar months and exact time; the months are added first, in UTC.
 *
 * @param months years and months, in months
 * @param duration days to fractions of a second
 */
public record TimerInterval(long months, Duration duration) {

  /** The moment this long after another. */
  public Instant after(Instant start) {
    return start.atZone(ZoneOffset.UTC).plus(months, ChronoUnit.MONTHS).toInstant().plus(duration);
  }
}
