package flows4ee.engine.state;

import java.time.Instant;

/**
 * An entry of the step event log.
 *
 * @param event such as {@code step completed}
 * @param becameCurrent when the step became current
 * @param completed set for completions only
 */
public record StepEvent(
    long processId,
    String objectId,
    long subflowId,
    String stepKey,
    long processLevel,
    long diagramId,
    String event,
    int severity,
    Instant timestamp,
    String lastCompleted,
    String statusWhenComplete,
    Instant becameCurrent,
    Instant started,
    Instant completed,
    String reservation,
    Instant dueOn,
    Integer priority,
    String user,
    String comment) {}
