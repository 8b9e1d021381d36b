package flows4ee.engine.model;

/** BPMN end event. */
public record EndEvent(FlowNode node, EventDefinition definition) implements Event {}
