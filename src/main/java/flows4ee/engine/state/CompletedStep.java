package flows4ee.engine.state;

import java.time.Instant;

/**
 * One completed object, written whatever the logging level (the subflow log).
 *
 * @param matchingObject opening gateway of a merge, or the throw of a link catch; else null
 */
public record CompletedStep(
    long processId,
    String objectId,
    long subflowId,
    String stepKey,
    long diagramId,
    long scope,
    long diagramLevel,
    Long iterationId,
    Instant timestamp,
    String matchingObject,
    String notes) {}
