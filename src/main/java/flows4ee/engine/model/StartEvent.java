package flows4ee.engine.model;

/** BPMN start event. */
public record StartEvent(FlowNode node, EventDefinition definition) implements Event {}
