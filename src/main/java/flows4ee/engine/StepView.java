package flows4ee.engine;

import java.time.Instant;

/** A subflow with its current step; nullable where the column is. */
public record StepView(
    long processId,
    long subflowId,
    Long parentId,
    long processLevel,
    long diagramLevel,
    long callingSubflow,
    long scope,
    String current,
    String stepKey,
    String status,
    Instant becameCurrent,
    String reservation,
    long diagramId,
    String processStatus) {}
