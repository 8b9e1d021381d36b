package flows4ee.engine;

import flows4ee.engine.model.VariableValue;
import java.time.Instant;

/**
 * An entry of one of the event logs.
 *
 * <p>Instance events carry a duration when they end the instance, step events when they complete
 * the step. Variable events are {@code set}, with the value, and {@code deleted}; their comment is
 * the set of expressions that wrote the variable.
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
    VariableValue value) {

  /** The same entry with the value a variable was set to. */
  public EventView withValue(VariableValue set) {
    return new EventView(
        timestamp,
        source,
        event,
        bpmnId,
        subflowId,
        stepKey,
        user,
        comment,
        durationMillis,
        errorInfo,
        name,
        set);
  }
}
