package flows4ee.engine.expression;

import flows4ee.engine.expression.F4aParser.ColumnContext;
import flows4ee.engine.expression.F4aParser.SelectContext;
import java.util.List;
import java.util.Locale;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Compiles texts; all failures are {@link EvaluationException}. */
final class ProgramParser {

  private ProgramParser() {}

  static Program expression(String text) {
    var context = parser(text, Budget.MAX_EXPRESSION).expressionUnit();
    return new Program.Expression(
        new ExpressionBuilder(new LocalNames()).build(context.expression()));
  }

  static Program body(String text) {
    var context = parser(text, Budget.MAX_PROGRAM).bodyUnit();
    var locals = new LocalNames();
    var statement = new StatementBuilder(locals).build(context);
    return new Program.Body(statement, locals.count());
  }

  /** A query that reads dual only. */
  static Program query(String text) {
    var context = parser(text, Budget.MAX_PROGRAM).queryUnit();
    var selects = context.select().stream().map(ProgramParser::select).toList();
    int width = selects.get(0).columns().size();
    if (selects.stream().anyMatch(select -> select.columns().size() != width)) {
      throw new EvaluationException("the selects of a union differ in their columns");
    }
    return new Program.Query(selects, unions(context));
  }

  private static List<Boolean> unions(F4aParser.QueryUnitContext context) {
    return context.UNION().stream()
        .map(union -> context.ALL().stream().anyMatch(all -> isNext(union.getSymbol(), all)))
        .toList();
  }

  private static boolean isNext(Token union, TerminalNode all) {
    return all.getSymbol().getTokenIndex() == union.getTokenIndex() + 1;
  }

  private static Program.Select select(SelectContext context) {
    var builder = new ExpressionBuilder(new LocalNames());
    var names = context.column().stream().map(ProgramParser::columnName).toList();
    var columns =
        context.column().stream().map(column -> builder.build(column.expression())).toList();
    var condition =
        context.expression() == null
            ? new Terms.Constant(true)
            : builder.build(context.expression());
    return new Program.Select(names, columns, condition);
  }

  private static String columnName(ColumnContext column) {
    return column.name() == null
        ? column.expression().getText().toUpperCase(Locale.ROOT)
        : LocalNames.normal(column.name().getText());
  }

  private static F4aParser parser(String text, int limit) {
    if (text.length() > limit) {
      throw new EvaluationException("the text is longer than " + limit + " characters");
    }
    var lexer = new F4aLexer(CharStreams.fromString(text));
    lexer.removeErrorListeners();
    lexer.addErrorListener(new Refusing());
    var tokens = new CommonTokenStream(lexer);
    tokens.fill();
    checkDepth(tokens.getTokens());
    var parser = new F4aParser(tokens);
    parser.removeErrorListeners();
    parser.addErrorListener(new Refusing());
    return parser;
  }

  /** Counts nesting before the parser recurses into it. */
  private static void checkDepth(List<Token> tokens) {
    int depth = 0;
    int previous = Token.EOF;
    for (var token : tokens) {
      boolean isAfterEnd = previous == F4aLexer.END;
      switch (token.getType()) {
        case F4aLexer.LPAREN -> depth++;
        case F4aLexer.RPAREN, F4aLexer.END -> depth--;
        case F4aLexer.CASE, F4aLexer.IF, F4aLexer.BEGIN -> depth += isAfterEnd ? 0 : 1;
        default -> {}
      }
      if (depth > Budget.MAX_DEPTH) {
        throw new EvaluationException("nested deeper than " + Budget.MAX_DEPTH);
      }
      previous = token.getType();
    }
  }

  /** Ends parsing at the first error. */
  private static final class Refusing extends BaseErrorListener {

    @Override
    public void syntaxError(
        Recognizer<?, ?> recognizer,
        Object symbol,
        int line,
        int column,
        String message,
        RecognitionException cause) {
      throw new EvaluationException(
          "syntax error in line " + line + " at column " + (column + 1) + ": " + message);
    }
  }
}
