package flows4ee.engine.model;

import java.util.Optional;

/**
 * BPMN call activity.
 *
 * @param calledDiagram name of the called diagram
 * @param calledVersion version of a {@code namedVersion} selection; absent means the latest
 */
public record CallActivity(
    FlowNode node,
    Optional<Iteration> iteration,
    Optional<String> calledDiagram,
    Optional<String> calledVersion)
    implements Activity {}
