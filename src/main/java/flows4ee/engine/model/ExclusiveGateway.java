package flows4ee.engine.model;

/** BPMN exclusive gateway. */
public record ExclusiveGateway(FlowNode node) implements Gateway {}
