package flows4ee.engine;

import java.math.BigDecimal;

/**
 * The instances of a diagram in a period.
 *
 * @param averageSeconds from start to completion; null, as the longest, when none was completed
 */
public record InstanceStatistics(
    StatisticsPeriod period,
    long created,
    long started,
    long completed,
    long terminated,
    BigDecimal averageSeconds,
    BigDecimal longestSeconds) {}
