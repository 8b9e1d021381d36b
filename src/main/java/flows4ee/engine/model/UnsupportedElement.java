package flows4ee.engine.model;

/** A flow node the engine knows by name only; a token that reaches it fails. */
public record UnsupportedElement(FlowNode node) implements FlowElement {}
