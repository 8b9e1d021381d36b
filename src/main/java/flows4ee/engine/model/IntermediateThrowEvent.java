package flows4ee.engine.model;

/** BPMN intermediate throw event. */
public record IntermediateThrowEvent(FlowNode node, EventDefinition definition) implements Event {}
