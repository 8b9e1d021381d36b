package flows4ee.engine.model;

/** An event with its definition. */
public sealed interface Event extends FlowElement
    permits StartEvent, EndEvent, IntermediateThrowEvent, IntermediateCatchEvent, BoundaryEvent {

  EventDefinition definition();
}
