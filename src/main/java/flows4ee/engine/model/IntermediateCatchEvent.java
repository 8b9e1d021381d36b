package flows4ee.engine.model;

/** BPMN intermediate catch event. */
public record IntermediateCatchEvent(FlowNode node, EventDefinition definition) implements Event {}
