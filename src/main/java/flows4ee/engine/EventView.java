package flows4ee.engine;

import flows4ee.engine.model.VariableValue;
import java.time.Instant;

/**
 * An entry of one of the event logs.
 *
 * @param source {@code instance}, {@code step} or {@code variable}
 */
public record EventView(
    Instant timestamp,
    String source,
    String event,
    String bpmnId,
    Long subflowId,
    String stepKey,
    String user,
    String comment,
    Long durationMillis,
    String errorInfo,
    String name,
    VariableValue value) {}
