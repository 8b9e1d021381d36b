package flows4ee.engine.model;

/** BPMN event-based gateway. */
public record EventBasedGateway(FlowNode node) implements Gateway {}
