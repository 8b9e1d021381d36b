package flows4ee.engine;

import java.time.Period;
import java.util.Optional;

/**
 * How long what ended is kept.
 *
 * @param isArchiving whether ended instances are archived, and deleted only after that
 * @param instances how long ended instances stay; empty for ever
 * @param logs how long event logs outlive the end of their instance
 * @param messages how long received messages stay in their log
 */
public record RetentionPolicy(
    boolean isArchiving,
    Optional<Period> instances,
    Period logs,
    Period messages,
    Statistics statistics) {

  /** How long summaries by day, month and quarter are kept. */
  public record Statistics(Period days, Period months, Period quarters) {}
}
