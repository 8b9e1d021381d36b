package flows4ee.engine;

import java.time.LocalDate;

/**
 * What a summary is about.
 *
 * @param diagramName null, as the version, once the diagram is deleted
 * @param kind {@code DAY}, {@code MONTH} or {@code QUARTER}
 * @param start its first day
 */
public record StatisticsPeriod(
    long diagramId, String diagramName, String diagramVersion, String kind, LocalDate start) {}
