package flows4ee.engine;

import java.util.List;
import java.util.Optional;

/** Filters of the diagram list; an empty component does not filter, several values are or. */
public record DiagramSearch(
    Optional<String> nameContains,
    List<String> statuses,
    List<String> versions,
    List<String> categories) {}
