package flows4ee.engine.model;

import java.util.Optional;

/** BPMN receive task. */
public record ReceiveTask(
    FlowNode node,
    Optional<Iteration> iteration,
    Program program,
    Optional<MessageDefinition> message)
    implements Task {}
