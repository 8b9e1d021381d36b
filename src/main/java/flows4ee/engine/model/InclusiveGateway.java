package flows4ee.engine.model;

/** BPMN inclusive gateway. */
public record InclusiveGateway(FlowNode node) implements Gateway {}
