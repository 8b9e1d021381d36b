package flows4ee.engine;

import java.util.List;
import java.util.Optional;

/** Filters of the diagram list; an empty component does not filter. */
public record DiagramSearch(
    Optional<String> nameContains,
    List<String> statuses,
    Optional<String> version,
    Optional<String> category) {}
