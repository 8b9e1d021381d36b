package flows4ee.engine.expression;

import flows4ee.engine.expression.Predicates.Relation;

/** Builds the second half of a predicate. */
final class PredicateBuilder extends F4aBaseVisitor<Node> {

  private final Node operand;
  private final ExpressionBuilder builder;

  PredicateBuilder(Node operand, ExpressionBuilder builder) {
    this.operand = operand;
    this.builder = builder;
  }

  @Override
  public Node visitCompare(F4aParser.CompareContext context) {
    int type = context.comparison().getStart().getType();
    return new Predicates.Compare(relation(type), operand, builder.build(context.sum()));
  }

  private static Relation relation(int type) {
    return switch (type) {
      case F4aParser.EQ -> Relation.EQUAL;
      case F4aParser.NE -> Relation.NOT_EQUAL;
      case F4aParser.LT -> Relation.LESS;
      case F4aParser.LE -> Relation.LESS_OR_EQUAL;
      case F4aParser.GT -> Relation.GREATER;
      default -> Relation.GREATER_OR_EQUAL;
    };
  }

  @Override
  public Node visitIsNull(F4aParser.IsNullContext context) {
    return new Predicates.IsNull(context.NOT() != null, operand);
  }

  @Override
  public Node visitLike(F4aParser.LikeContext context) {
    var escape = context.ESCAPE() == null ? null : builder.build(context.sum(1));
    return new Predicates.Like(
        context.NOT() != null, operand, builder.build(context.sum(0)), escape);
  }

  @Override
  public Node visitBetween(F4aParser.BetweenContext context) {
    return new Predicates.Between(
        context.NOT() != null,
        operand,
        builder.build(context.sum(0)),
        builder.build(context.sum(1)));
  }

  @Override
  public Node visitIn(F4aParser.InContext context) {
    return new Predicates.In(
        context.NOT() != null, operand, builder.builtAll(context.expression()));
  }
}
