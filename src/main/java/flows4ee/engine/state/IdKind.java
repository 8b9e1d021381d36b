package flows4ee.engine.state;

/** The sequences of ids, each counting from 1. */
public enum IdKind {
  DIAGRAM,
  PROCESS,
  SUBFLOW,
  TIMER,
  SUBSCRIPTION,
  CALL_TREE,
  ROUND,
  DELIVERY
}
