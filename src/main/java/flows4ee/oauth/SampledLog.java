package flows4ee.oauth;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Writes at most one line in ten seconds and tells how many like it were left out. */
public final class SampledLog {

  private static final Duration SPACING = Duration.ofSeconds(10);

  private final Logger logger;
  private final Level level;
  private final Clock clock;
  private Instant next = Instant.EPOCH;
  private long leftOut;

  public SampledLog(Logger logger, Level level, Clock clock) {
    this.logger = logger;
    this.level = level;
    this.clock = clock;
  }

  /** Writes the text, or counts it. */
  public synchronized void write(String text, Throwable cause) {
    Instant now = clock.instant();
    if (now.isBefore(next)) {
      leftOut++;
      return;
    }
    String line = leftOut == 0 ? text : text + " (" + leftOut + " more since the last line)";
    logger.log(level, line, cause);
    next = now.plus(SPACING);
    leftOut = 0;
  }
}
