package flows4ee.engine.expression;

import java.util.List;

/** Nodes of comparisons. An operand that is NULL makes the result unknown. */
final class Predicates {

  private Predicates() {}

  /** Comparison operators. */
  enum Relation {
    EQUAL,
    NOT_EQUAL,
    LESS,
    LESS_OR_EQUAL,
    GREATER,
    GREATER_OR_EQUAL;

    boolean holds(int comparison) {
      return switch (this) {
        case EQUAL -> comparison == 0;
        case NOT_EQUAL -> comparison != 0;
        case LESS -> comparison < 0;
        case LESS_OR_EQUAL -> comparison <= 0;
        case GREATER -> comparison > 0;
        case GREATER_OR_EQUAL -> comparison >= 0;
      };
    }
  }

  /** {@code a = b} and the like. */
  record Compare(Relation relation, Node left, Node right) implements Node {

    @Override
    public Object evaluate(Frame frame) {
      return test(relation, frame.value(left), frame.value(right));
    }
  }

  /** {@code a is [not] null}. */
  record IsNull(boolean isNegated, Node operand) implements Node {

    @Override
    public Object evaluate(Frame frame) {
      return (frame.value(operand) == null) != isNegated;
    }
  }

  /**
   * {@code a [not] like b [escape c]}.
   *
   * @param escape null for none
   */
  record Like(boolean isNegated, Node operand, Node pattern, Node escape) implements Node {

    @Override
    public Object evaluate(Frame frame) {
      String text = frame.text(operand);
      String wanted = frame.text(pattern);
      Integer escapeCharacter = escape == null ? null : escapeCharacter(frame.text(escape));
      if (text == null || wanted == null) {
        return null;
      }
      boolean isMatch = new LikePattern(wanted, escapeCharacter).matches(text, frame.budget());
      return isMatch != isNegated;
    }

    private static Integer escapeCharacter(String text) {
      if (text == null || text.codePointCount(0, text.length()) != 1) {
        throw new EvaluationException("the escape of like is not one character");
      }
      return text.codePointAt(0);
    }
  }

  /** {@code a [not] between b and c}. */
  record Between(boolean isNegated, Node operand, Node low, Node high) implements Node {

    @Override
    public Object evaluate(Frame frame) {
      Object value = frame.value(operand);
      var isAbove = test(Relation.GREATER_OR_EQUAL, value, frame.value(low));
      var isBelow = test(Relation.LESS_OR_EQUAL, value, frame.value(high));
      Boolean isInside = Boolean.TRUE;
      if (Boolean.FALSE.equals(isAbove) || Boolean.FALSE.equals(isBelow)) {
        isInside = Boolean.FALSE;
      } else if (isAbove == null || isBelow == null) {
        isInside = null;
      }
      return Operators.negatedIf(isNegated, isInside);
    }
  }

  /** {@code a [not] in (b, c)}. */
  record In(boolean isNegated, Node operand, List<Node> items) implements Node {

    In {
      items = List.copyOf(items);
    }

    @Override
    public Object evaluate(Frame frame) {
      Object value = frame.value(operand);
      Boolean isIn = Boolean.FALSE;
      for (var item : items) {
        var isEqual = test(Relation.EQUAL, value, frame.value(item));
        if (Boolean.TRUE.equals(isEqual)) {
          return !isNegated;
        }
        isIn = isEqual == null ? null : isIn;
      }
      return Operators.negatedIf(isNegated, isIn);
    }
  }

  static Boolean test(Relation relation, Object left, Object right) {
    if (left == null || right == null) {
      return null;
    }
    return relation.holds(Values.compare(left, right));
  }
}
