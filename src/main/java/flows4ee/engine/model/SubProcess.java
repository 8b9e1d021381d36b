package flows4ee.engine.model;

import java.util.Optional;

/** BPMN embedded sub-process; its elements name it as their container. */
public record SubProcess(FlowNode node, Optional<Iteration> iteration) implements Activity {}
