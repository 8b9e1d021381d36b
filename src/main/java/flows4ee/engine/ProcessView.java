package flows4ee.engine;

import java.time.Instant;
import java.util.List;

/**
 * A process instance as read; nullable where the column is. Variables are of all scopes, empty when
 * not read.
 */
public record ProcessView(
    long diagramId,
    long id,
    String name,
    String status,
    Instant initTs,
    String initBy,
    String diagramName,
    String diagramVersion,
    String businessRef,
    Integer priority,
    Instant startTs,
    Instant completeTs,
    Instant dueOn,
    Instant lastUpdate,
    List<VariableView> variables) {

  /** The same instance with these variables. */
  public ProcessView withVariables(List<VariableView> values) {
    return new ProcessView(
        diagramId,
        id,
        name,
        status,
        initTs,
        initBy,
        diagramName,
        diagramVersion,
        businessRef,
        priority,
        startTs,
        completeTs,
        dueOn,
        lastUpdate,
        List.copyOf(values));
  }
}
