package flows4ee.engine;

import java.util.List;
import java.util.Optional;

/**
 * Filters of the work list; an empty component does not filter, several values mean any of them.
 */
public record StepSearch(
    List<Long> processIds,
    List<Long> diagramIds,
    List<String> diagramNames,
    List<String> businessRefs,
    List<String> currents,
    List<String> types,
    List<String> lanes,
    List<String> laneRoles,
    List<String> statuses,
    List<String> reservations,
    Optional<Boolean> isReserved,
    Optional<String> user,
    List<String> groups,
    TimeRange due,
    List<Integer> priorities,
    TimeRange becameCurrent) {}
