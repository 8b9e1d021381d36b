package flows4ee.engine.expression;

import flows4ee.engine.expression.F4aParser.ArgumentContext;
import flows4ee.engine.expression.F4aParser.CallContext;
import flows4ee.engine.expression.F4aParser.ExpressionContext;
import flows4ee.engine.expression.F4aParser.TypeNameContext;
import flows4ee.engine.expression.Operators.Sign;
import flows4ee.engine.expression.Operators.Term;
import flows4ee.engine.variable.Decimals;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Builds the nodes of expressions from the parse tree. */
final class ExpressionBuilder extends F4aBaseVisitor<Node> {

  private final LocalNames locals;

  ExpressionBuilder(LocalNames locals) {
    this.locals = locals;
  }

  /** Builds a node; levels that add nothing are skipped, so that nesting costs little stack. */
  Node build(ParserRuleContext context) {
    var inner = context;
    while (!(inner instanceof CallContext)
        && inner.getChildCount() == 1
        && inner.getChild(0) instanceof ParserRuleContext child) {
      inner = child;
    }
    return inner.accept(this);
  }

  @Override
  public Node visitExpression(ExpressionContext context) {
    var operands = builtAll(context.conjunction());
    return operands.size() == 1 ? operands.get(0) : new Operators.Or(operands);
  }

  @Override
  public Node visitConjunction(F4aParser.ConjunctionContext context) {
    var operands = builtAll(context.negation());
    return operands.size() == 1 ? operands.get(0) : new Operators.And(operands);
  }

  @Override
  public Node visitNegation(F4aParser.NegationContext context) {
    var operand = build(context.predicate());
    int count = context.NOT().size();
    if (count == 0) {
      return operand;
    }
    var negated = new Operators.Not(operand);
    return count % 2 == 1 ? negated : new Operators.Not(negated);
  }

  @Override
  public Node visitPredicate(F4aParser.PredicateContext context) {
    var operand = build(context.sum());
    return context.test() == null
        ? operand
        : context.test().accept(new PredicateBuilder(operand, this));
  }

  @Override
  public Node visitSum(F4aParser.SumContext context) {
    var operands = builtAll(context.product());
    var signs = signs(context);
    if (!signs.isEmpty() && signs.stream().allMatch(sign -> sign == Sign.CONCAT)) {
      return new Operators.Concatenation(operands);
    }
    return chain(operands, signs);
  }

  @Override
  public Node visitProduct(F4aParser.ProductContext context) {
    return chain(builtAll(context.factor()), signs(context));
  }

  @Override
  public Node visitFactor(F4aParser.FactorContext context) {
    var operand = build(context.primary());
    int count = context.MINUS().size();
    if (count == 0) {
      return operand;
    }
    var negative = new Operators.Negative(operand);
    return count % 2 == 1 ? negative : new Operators.Negative(negative);
  }

  @Override
  public Node visitNumber(F4aParser.NumberContext context) {
    return new Terms.Constant(
        Decimals.parse(context.getText())
            .orElseThrow(() -> new EvaluationException("a number is out of range")));
  }

  @Override
  public Node visitString(F4aParser.StringContext context) {
    String text = unquoted(context.STRING());
    var template = TextTemplate.of(text, TextTemplate.F4A);
    return template.isPlain()
        ? new Terms.Constant(Values.text(text))
        : new Terms.SubstitutedText(template);
  }

  @Override
  public Node visitDateLiteral(F4aParser.DateLiteralContext context) {
    var mask = DateFunctions.mask("YYYY-MM-DD");
    String text = unquoted(context.STRING());
    return new Terms.Constant(Values.parsed(() -> mask.parseDate(text, LocalDate.EPOCH)));
  }

  @Override
  public Node visitTimestampLiteral(F4aParser.TimestampLiteralContext context) {
    var mask = DateFunctions.mask("YYYY-MM-DD HH24:MI:SS.FF TZR");
    String text = unquoted(context.STRING());
    return new Terms.Constant(Values.parsed(() -> mask.parseTimestamp(text, LocalDate.EPOCH)));
  }

  @Override
  public Node visitNullLiteral(F4aParser.NullLiteralContext context) {
    return Terms.Constant.NULL;
  }

  @Override
  public Node visitTrueLiteral(F4aParser.TrueLiteralContext context) {
    return new Terms.Constant(true);
  }

  @Override
  public Node visitFalseLiteral(F4aParser.FalseLiteralContext context) {
    return new Terms.Constant(false);
  }

  @Override
  public Node visitBind(F4aParser.BindContext context) {
    return new Terms.Bind(context.getText().substring(":F4A$".length()));
  }

  @Override
  public Node visitSubstitution(F4aParser.SubstitutionContext context) {
    String text = context.getText();
    if (!text.startsWith(TextTemplate.F4A)) {
      throw new EvaluationException("the prefix " + TextTemplate.F4A + " is not in upper case");
    }
    return new Terms.SubstitutedLiteral(
        text.substring(TextTemplate.F4A.length(), text.length() - 1));
  }

  @Override
  public Node visitCaseExpression(F4aParser.CaseExpressionContext context) {
    var whens = new ArrayList<Terms.When>();
    for (var when : context.whenThen()) {
      whens.add(new Terms.When(build(when.expression(0)), build(when.expression(1))));
    }
    var selector = context.selector == null ? null : build(context.selector);
    var otherwise =
        context.ELSE() == null
            ? Terms.Constant.NULL
            : build(context.expression(context.expression().size() - 1));
    return new Terms.Case(selector, whens, otherwise);
  }

  @Override
  public Node visitParenthesis(F4aParser.ParenthesisContext context) {
    return build(context.expression());
  }

  @Override
  public Node visitJsonValue(F4aParser.JsonValueContext context) {
    var path = JsonPath.of(unquoted(context.STRING()));
    var type = context.typeName() == null ? null : type(context.typeName());
    boolean isStrict =
        context.jsonClause().stream()
            .anyMatch(clause -> clause.NULL() == null && clause.EMPTY() == null);
    return new Terms.JsonValueAt(build(context.expression()), path, type, isStrict);
  }

  @Override
  public Node visitCallExpression(F4aParser.CallExpressionContext context) {
    return build(context.call());
  }

  @Override
  public Node visitCall(CallContext context) {
    String name = context.qualifiedName().getText();
    boolean hasArguments = context.LPAREN() != null;
    var local = locals.find(name);
    if (local.isPresent() && !hasArguments) {
      return new Terms.Local(local.get().slot());
    }
    var function =
        Functions.find(name)
            .orElseThrow(() -> new EvaluationException("the name " + name + " is not known"));
    return new Terms.Call(function, arguments(function, context.argument()));
  }

  private List<Node> arguments(Function function, List<ArgumentContext> arguments) {
    var nodes = new ArrayList<Node>();
    for (var argument : arguments) {
      var value = build(argument.expression());
      if (argument.name() == null) {
        nodes.add(value);
      } else {
        int index = function.parameters().indexOf(LocalNames.normal(argument.name().getText()));
        if (index < 0) {
          throw wrongArguments(function);
        }
        while (nodes.size() <= index) {
          nodes.add(Function.OMITTED);
        }
        nodes.set(index, value);
      }
    }
    boolean isLacking =
        nodes.size() < function.least()
            || !function.parameters().isEmpty() && nodes.indexOf(Function.OMITTED) == 0;
    if (isLacking || nodes.size() > function.most()) {
      throw wrongArguments(function);
    }
    return nodes;
  }

  private static EvaluationException wrongArguments(Function function) {
    return new EvaluationException("the arguments of " + function.name() + " do not fit");
  }

  /** The type a declaration or RETURNING names. */
  static DataType type(TypeNameContext context) {
    if (context instanceof F4aParser.NamedTypeContext named) {
      int length = named.NUMBER().isEmpty() ? 0 : length(named.NUMBER(0).getText());
      return DataType.named(named.name(0).getText(), length);
    }
    if (context instanceof F4aParser.DateTypeContext) {
      return DataType.of(DataType.Kind.DATE);
    }
    if (context instanceof F4aParser.TimestampTypeContext) {
      return DataType.of(DataType.Kind.TIMESTAMP);
    }
    if (context instanceof F4aParser.DaySecondTypeContext) {
      return DataType.of(DataType.Kind.DAY_SECOND);
    }
    return DataType.of(
        context instanceof F4aParser.YearMonthTypeContext
            ? DataType.Kind.YEAR_MONTH
            : DataType.Kind.ANY);
  }

  private static int length(String digits) {
    return Values.integer(Values.number(digits));
  }

  List<Node> builtAll(List<? extends ParserRuleContext> contexts) {
    var nodes = new ArrayList<Node>(contexts.size());
    for (var context : contexts) {
      nodes.add(build(context));
    }
    return nodes;
  }

  private static Node chain(List<Node> operands, List<Sign> signs) {
    if (signs.isEmpty()) {
      return operands.get(0);
    }
    var rest = new ArrayList<Term>();
    for (int i = 0; i < signs.size(); i++) {
      rest.add(new Term(signs.get(i), operands.get(i + 1)));
    }
    return new Operators.Chain(operands.get(0), rest);
  }

  private static List<Sign> signs(ParserRuleContext context) {
    return context.children.stream()
        .filter(child -> child instanceof TerminalNode)
        .map(child -> sign(((TerminalNode) child).getSymbol()))
        .toList();
  }

  private static Sign sign(Token token) {
    return switch (token.getType()) {
      case F4aParser.PLUS -> Sign.PLUS;
      case F4aParser.MINUS -> Sign.MINUS;
      case F4aParser.CONCAT -> Sign.CONCAT;
      case F4aParser.STAR -> Sign.TIMES;
      default -> Sign.DIVIDE;
    };
  }

  /** The text of a quoted literal. */
  static String unquoted(TerminalNode literal) {
    String text = literal.getText();
    return text.charAt(0) == '\''
        ? text.substring(1, text.length() - 1).replace("''", "'")
        : text.substring(3, text.length() - 2);
  }
}
