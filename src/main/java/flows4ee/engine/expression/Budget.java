package flows4ee.engine.expression;

/** The work one evaluation may do: nodes, characters produced, time. */
final class Budget {

  /** Longest text of an expression, in characters. */
  static final int MAX_EXPRESSION = 4000;

  /** Longest text of a body, script or query, in characters. */
  static final int MAX_PROGRAM = 32_000;

  /** Deepest nesting of brackets, cases and blocks. */
  static final int MAX_DEPTH = 200;

  /** Longest text an evaluation may make, in characters. */
  static final int MAX_TEXT = 1024 * 1024;

  private static final int MAX_NODES = 10_000;
  private static final long MAX_CHARACTERS = 4L * MAX_TEXT;
  private static final long MAX_NANOS = 1_000_000_000L;
  private static final int NODES_PER_LOOK = 64;

  private final long start = System.nanoTime();
  private int nodes;
  private long characters;

  /** Counts one node. */
  void countNode() {
    if (++nodes > MAX_NODES) {
      throw new EvaluationException("more than " + MAX_NODES + " steps");
    }
    if (nodes % NODES_PER_LOOK == 0) {
      checkTime();
    }
  }

  void checkTime() {
    if (System.nanoTime() - start > MAX_NANOS) {
      throw new EvaluationException("took longer than a second");
    }
  }

  /** Claims room for a text before it is made. */
  void claimText(long length) {
    characters += length;
    if (length > MAX_TEXT || characters > MAX_CHARACTERS) {
      throw new EvaluationException("a text grew beyond " + MAX_TEXT + " characters");
    }
    if (length > 4000) {
      checkTime();
    }
  }
}
