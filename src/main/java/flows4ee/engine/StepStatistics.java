package flows4ee.engine;

import java.math.BigDecimal;

/**
 * The steps that were completed at an object of a diagram in a period.
 *
 * @param averageSeconds from becoming current to completion
 */
public record StepStatistics(
    StatisticsPeriod period,
    String bpmnId,
    long completed,
    BigDecimal averageSeconds,
    BigDecimal longestSeconds) {}
