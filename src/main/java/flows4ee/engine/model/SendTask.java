package flows4ee.engine.model;

import java.util.Optional;

/** BPMN send task. */
public record SendTask(
    FlowNode node,
    Optional<Iteration> iteration,
    Program program,
    Optional<MessageDefinition> message)
    implements Task {}
