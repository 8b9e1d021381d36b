package flows4ee.engine.model;

import java.util.List;

/** A flow node of the compiled model: event, activity, gateway, or one the engine cannot run. */
public sealed interface FlowElement permits Event, Activity, Gateway, UnsupportedElement {

  FlowNode node();

  default String id() {
    return node().id();
  }

  default List<SequenceFlow> incoming() {
    return node().incoming();
  }

  default List<SequenceFlow> outgoing() {
    return node().outgoing();
  }

  /** The variable expressions of one set, in order. */
  default List<VariableExpression> expressions(ExpressionSet set) {
    return node().expressions().of(set);
  }
}
