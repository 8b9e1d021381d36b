package flows4ee.engine.expression;

import flows4ee.engine.expression.Frame.Access;
import flows4ee.engine.model.ExpressionType;
import flows4ee.engine.state.SqlQueries;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Shows results of evaluations as literals, for tables of expectations. */
final class Shown {

  private Shown() {}

  /** Splits a table of {@code left ==> right} lines. */
  static Stream<Arguments> table(String lines) {
    return lines
        .lines()
        .filter(line -> !line.isBlank())
        .map(line -> List.of(line.split("==>", 2)))
        .map(pair -> Arguments.of(pair.get(0).strip(), pair.get(1).strip()));
  }

  static String expression(String text, ExpressionScope scope) {
    return of(evaluator().evaluate(ExpressionType.PLSQL_EXPRESSION, text, scope, Access.TYPED));
  }

  static String body(String text, ExpressionScope scope) {
    return of(evaluator().evaluate(ExpressionType.PLSQL_FUNCTION_BODY, text, scope, Access.TYPED));
  }

  static String feel(String text, ExpressionScope scope) {
    return of(evaluator().evaluate(ExpressionType.FEEL_EXPRESSION, text, scope, Access.TYPED));
  }

  /** A new one each time: a compiled text that is kept would hide what the compiler does. */
  private static Evaluator evaluator() {
    return new Evaluator(SqlQueries.NONE);
  }

  /** Texts in quotes, NULL, true and false, everything else in its text form with its type. */
  static String of(Object value) {
    if (value == null) {
      return "NULL";
    }
    if (value instanceof Boolean) {
      return value.toString();
    }
    return switch (Values.kind(value)) {
      case "text" -> "'" + value + "'";
      case "number" -> Values.text(value);
      default -> Values.kind(value) + " " + Values.text(value);
    };
  }
}
