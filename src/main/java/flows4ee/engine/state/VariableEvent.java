package flows4ee.engine.state;

import flows4ee.engine.model.VariableValue;
import java.time.Instant;

/**
 * An entry of the variable event log.
 *
 * @param expressionSet literal of the set that wrote it, or null
 * @param value null for a deletion
 */
public record VariableEvent(
    long processId,
    long scope,
    String name,
    String objectId,
    Long subflowId,
    String expressionSet,
    Instant timestamp,
    String user,
    VariableValue value) {}
