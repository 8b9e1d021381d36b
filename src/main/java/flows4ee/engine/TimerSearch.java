package flows4ee.engine;

import java.util.List;

/**
 * Filters of the search for timers; an empty component does not filter, several values mean any of
 * them.
 *
 * @param diagramIds diagrams that hold the timers, which may be called ones
 * @param statuses literals such as {@code C}
 */
public record TimerSearch(
    List<Long> processIds,
    List<Long> diagramIds,
    List<String> diagramNames,
    List<String> bpmnIds,
    List<String> statuses,
    TimeRange due) {}
