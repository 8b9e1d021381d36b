package flows4ee.engine.model;

import java.util.Optional;

/** BPMN task or manual task: waits until it is completed. */
public record PlainTask(FlowNode node, Optional<Iteration> iteration) implements Task {}
