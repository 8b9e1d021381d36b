package flows4ee.engine.expression;

import flows4ee.engine.expression.Frame.Access;
import flows4ee.engine.model.Condition;
import flows4ee.engine.model.ExpressionType;
import flows4ee.engine.model.VariableValue;
import flows4ee.engine.state.QueryFailedException;
import flows4ee.engine.state.SqlQueries;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Compiles the program texts of diagrams and evaluates them. One instance serves the whole engine;
 * it keeps the compiled forms of recent texts and is safe for many threads.
 */
public final class Evaluator {

  private static final long KEPT_CHARACTERS = 500_000;

  private final SqlQueries queries;
  private final RecentTexts<Compiled> expressions = new RecentTexts<>(KEPT_CHARACTERS);
  private final RecentTexts<Compiled> bodies = new RecentTexts<>(KEPT_CHARACTERS);
  private final RecentTexts<Compiled> dualQueries = new RecentTexts<>(KEPT_CHARACTERS);
  private final FeelExpressions feel = new FeelExpressions();

  /**
   * @param queries what answers queries on real tables
   */
  public Evaluator(SqlQueries queries) {
    this.queries = Objects.requireNonNull(queries, "queries");
  }

  /**
   * What a text compiles to.
   *
   * @param failure why it does not, or null
   */
  private record Compiled(Program program, EvaluationException failure) {

    static Compiled of(String text, Function<String, Program> compiler) {
      try {
        return new Compiled(compiler.apply(text), null);
      } catch (EvaluationException e) {
        return new Compiled(null, e);
      }
    }

    Program get() {
      if (failure != null) {
        throw new EvaluationException(failure.detail(), failure);
      }
      return program;
    }
  }

  /**
   * Why the text of an expression does not compile, for warnings on import.
   *
   * @return empty when it does, and for queries on real tables
   */
  public Optional<String> findSyntaxError(ExpressionType type, String text) {
    if (text == null || text.isBlank()) {
      return Optional.empty();
    }
    return switch (type) {
      case PLSQL_EXPRESSION, PLSQL_RAW_EXPRESSION -> failure(compiledExpression(text));
      case PLSQL_FUNCTION_BODY, PLSQL_RAW_FUNCTION_BODY -> failure(compiledBody(text));
      case FEEL_EXPRESSION -> feel.findSyntaxError(text);
      default -> Optional.empty();
    };
  }

  /** Why the text of a condition does not compile; empty when it does. */
  public Optional<String> findSyntaxError(Condition condition) {
    return findSyntaxError(language(condition), condition.text());
  }

  /** Why the text of a script does not compile; empty when it does. */
  public Optional<String> findScriptError(String code) {
    return code.isBlank() ? Optional.of("the script is empty") : failure(compiledBody(code));
  }

  private static Optional<String> failure(Compiled compiled) {
    return Optional.ofNullable(compiled.failure()).map(EvaluationException::detail);
  }

  /** The language of a condition as type of expression; UNKNOWN for any other. */
  static ExpressionType language(Condition condition) {
    String language = condition.language() == null ? "" : condition.language();
    return switch (language.toLowerCase(Locale.ROOT)) {
      case "plsqlexpression" -> ExpressionType.PLSQL_EXPRESSION;
      case "plsqlfunctionbody" -> ExpressionType.PLSQL_FUNCTION_BODY;
      case "feel", "feelexpression" -> ExpressionType.FEEL_EXPRESSION;
      default -> ExpressionType.UNKNOWN;
    };
  }

  /** Evaluates a PL/SQL expression or function body, or FEEL. */
  Object evaluate(ExpressionType type, String text, ExpressionScope scope, Access access) {
    return switch (type) {
      case PLSQL_EXPRESSION, PLSQL_RAW_EXPRESSION -> expression(text, scope, access);
      case PLSQL_FUNCTION_BODY, PLSQL_RAW_FUNCTION_BODY -> functionBody(text, scope, access);
      case FEEL_EXPRESSION -> feel.evaluate(text, scope);
      default -> throw new EvaluationException("the type " + type.literal() + " has no place here");
    };
  }

  private Object expression(String text, ExpressionScope scope, Access access) {
    if (text.isBlank()) {
      return null;
    }
    var program = (Program.Expression) compiledExpression(text).get();
    return program.evaluate(new Frame(scope, access, 0));
  }

  private Object functionBody(String text, ExpressionScope scope, Access access) {
    var program = (Program.Body) compiledBody(text).get();
    try {
      return program.evaluate(new Frame(scope, access, program.localCount()));
    } catch (BpmnErrorRaised | StopEngineRequested e) {
      throw new EvaluationException("only scripts can raise an exception of the engine", e);
    }
  }

  /** Runs a script. */
  void script(String code, ExpressionScope scope, Access access) {
    var program = (Program.Body) compiledBody(code).get();
    program.statement().run(new Frame(scope, access, program.localCount()));
  }

  /**
   * Runs a query: on dual here, on real tables by the port.
   *
   * @throws EvaluationException when a query on dual fails
   * @throws QueryFailedException when another fails
   */
  List<Map<String, VariableValue>> query(String text, ExpressionScope scope) {
    var compiled = dualQueries.get(text, key -> Compiled.of(key, ProgramParser::query));
    if (compiled.failure() == null) {
      var frame = new Frame(scope, Access.TYPED, 0);
      return DualQuery.rows((Program.Query) compiled.program(), frame);
    }
    return new TableQuery(queries).rows(text, scope);
  }

  private Compiled compiledExpression(String text) {
    return expressions.get(text, key -> Compiled.of(key, ProgramParser::expression));
  }

  private Compiled compiledBody(String text) {
    return bodies.get(text, key -> Compiled.of(key, ProgramParser::body));
  }
}
