package flows4ee.engine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A process instance to create.
 *
 * @param diagram by id or by name
 * @param name at most 150 characters; absent for the default name
 * @param variables set in scope 0 after the business reference
 * @param isStarted whether it is started in the same transaction
 * @param priority 1 to 5
 * @param loggingLevel 0 to 8, raised to the least level of the process
 */
public record NewInstance(
    DiagramReference diagram,
    Optional<String> name,
    Optional<String> businessRef,
    List<VariableAssignment> variables,
    boolean isStarted,
    Optional<Integer> priority,
    Optional<Instant> dueOn,
    OptionalInt loggingLevel) {

  /** A created instance with nothing but a name. */
  public static NewInstance of(DiagramReference diagram, Optional<String> name) {
    return new NewInstance(
        diagram,
        name,
        Optional.empty(),
        List.of(),
        false,
        Optional.empty(),
        Optional.empty(),
        OptionalInt.empty());
  }
}
