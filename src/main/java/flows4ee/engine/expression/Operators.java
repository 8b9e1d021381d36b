package flows4ee.engine.expression;

import java.util.List;

/** Nodes of arithmetic, concatenation and logic. */
final class Operators {

  private Operators() {}

  /** A sign of a list of operands. */
  enum Sign {
    PLUS,
    MINUS,
    CONCAT,
    TIMES,
    DIVIDE
  }

  /** An operand with the operator before it. */
  record Term(Sign sign, Node operand) {}

  /** {@code a + b - c || d} or {@code a * b / c}, from left to right. */
  record Chain(Node first, List<Term> rest) implements Node {

    Chain {
      rest = List.copyOf(rest);
    }

    @Override
    public Object evaluate(Frame frame) {
      Object value = frame.value(first);
      for (var term : rest) {
        Object right = frame.value(term.operand());
        value =
            switch (term.sign()) {
              case PLUS -> Arithmetic.add(value, right);
              case MINUS -> Arithmetic.subtract(value, right);
              case CONCAT -> concat(value, right, frame);
              case TIMES -> Arithmetic.multiply(value, right);
              case DIVIDE -> Arithmetic.divide(value, right);
            };
      }
      return value;
    }
  }

  /** {@code a || b || c}: all at once, so that a long list costs no more than its result. */
  record Concatenation(List<Node> parts) implements Node {

    Concatenation {
      parts = List.copyOf(parts);
    }

    @Override
    public Object evaluate(Frame frame) {
      var text = new StringBuilder();
      for (var part : parts) {
        String next = frame.text(part);
        if (next != null) {
          frame.budget().claimText(next.length());
          text.append(next);
        }
      }
      return Values.text(text.toString());
    }
  }

  /** A sign before a value. */
  record Negative(Node operand) implements Node {

    @Override
    public Object evaluate(Frame frame) {
      return Arithmetic.negate(frame.value(operand));
    }
  }

  /** {@code a or b}: true when one is true, unknown when one is unknown, else false. */
  record Or(List<Node> operands) implements Node {

    Or {
      operands = List.copyOf(operands);
    }

    @Override
    public Object evaluate(Frame frame) {
      return decide(operands, Boolean.TRUE, frame);
    }
  }

  /** {@code a and b}: false when one is false, unknown when one is unknown, else true. */
  record And(List<Node> operands) implements Node {

    And {
      operands = List.copyOf(operands);
    }

    @Override
    public Object evaluate(Frame frame) {
      return decide(operands, Boolean.FALSE, frame);
    }
  }

  /** {@code not a}; unknown stays unknown. */
  record Not(Node operand) implements Node {

    @Override
    public Object evaluate(Frame frame) {
      return negated(frame.truth(operand));
    }
  }

  static Boolean negated(Boolean truth) {
    return truth == null ? null : (Boolean) !truth;
  }

  static Boolean negatedIf(boolean isNegated, Boolean truth) {
    return isNegated ? negated(truth) : truth;
  }

  private static Boolean decide(List<Node> operands, Boolean deciding, Frame frame) {
    boolean isUnknown = false;
    for (var operand : operands) {
      var truth = frame.truth(operand);
      if (deciding.equals(truth)) {
        return deciding;
      }
      isUnknown |= truth == null;
    }
    return isUnknown ? null : (Boolean) !deciding;
  }

  private static Object concat(Object left, Object right, Frame frame) {
    String a = Values.text(left);
    String b = Values.text(right);
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    frame.budget().claimText((long) a.length() + b.length());
    return a + b;
  }
}
