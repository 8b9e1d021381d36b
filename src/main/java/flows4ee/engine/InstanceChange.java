package flows4ee.engine;

import java.time.Instant;
import java.util.Optional;

/**
 * Changes to a process instance; an absent component stays as it is.
 *
 * @param dueOn present and empty clears the due date
 */
public record InstanceChange(
    Optional<String> name,
    Optional<Integer> priority,
    Optional<Optional<Instant>> dueOn,
    Optional<String> comment) {}
