package flows4ee.engine.timer;

import flows4ee.engine.variable.Interval;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * When a timer fires.
 *
 * @param dueAt first time
 * @param repeatInterval spacing of repeats, counted from each firing; empty when it fires once
 * @param maxRuns number of firings in total, at least 1
 */
public record TimerPlan(Instant dueAt, Optional<Interval> repeatInterval, int maxRuns) {

  public TimerPlan {
    Objects.requireNonNull(dueAt, "dueAt");
    if (maxRuns < 1) {
      throw new IllegalArgumentException("maxRuns " + maxRuns);
    }
  }
}
