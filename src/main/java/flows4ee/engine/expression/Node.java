package flows4ee.engine.expression;

/** A node of a compiled expression; immutable. Values are those of {@link Values}. */
interface Node {

  /** Evaluates the node; its children through {@link Frame#value(Node)}, which counts them. */
  Object evaluate(Frame frame);
}
