package flows4ee.engine.model;

/** BPMN parallel gateway. */
public record ParallelGateway(FlowNode node) implements Gateway {}
