package flows4ee.engine.expression;

import static org.assertj.core.api.Assertions.assertThat;

import flows4ee.engine.model.Condition;
import flows4ee.engine.model.ExpressionType;
import flows4ee.engine.model.VariableValue;
import flows4ee.engine.state.SqlQueries;
import java.math.BigDecimal;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class EvaluatorTest {

  private final Evaluator evaluator = new Evaluator(SqlQueries.NONE);

  @Test
  void shouldFindSyntaxErrorsForWarnings() {
    assertThat(evaluator.findSyntaxError(ExpressionType.PLSQL_EXPRESSION, "1 +"))
        .hasValueSatisfying(error -> assertThat(error).startsWith("syntax error in line 1"));
    assertThat(evaluator.findSyntaxError(ExpressionType.PLSQL_RAW_EXPRESSION, "1")).isEmpty();
    assertThat(evaluator.findSyntaxError(ExpressionType.PLSQL_FUNCTION_BODY, "rubbish is"))
        .isPresent();
    assertThat(evaluator.findSyntaxError(ExpressionType.PLSQL_RAW_FUNCTION_BODY, "return 1;"))
        .isEmpty();
    assertThat(evaluator.findSyntaxError(ExpressionType.SQL_QUERY_SINGLE, "rubbish")).isEmpty();
    assertThat(evaluator.findSyntaxError(ExpressionType.PLSQL_EXPRESSION, "")).isEmpty();
    assertThat(evaluator.findSyntaxError(ExpressionType.PLSQL_EXPRESSION, null)).isEmpty();
    assertThat(evaluator.findSyntaxError(new Condition("plsqlExpression", "="))).isPresent();
    assertThat(evaluator.findSyntaxError(new Condition("other", "="))).isEmpty();
    assertThat(evaluator.findScriptError("null;")).isEmpty();
    assertThat(evaluator.findScriptError(" ")).isPresent();
    assertThat(evaluator.findScriptError("begin")).isPresent();
  }

  @Test
  void shouldCompileATextOnce() {
    var count = new AtomicInteger();
    var texts = new RecentTexts<Integer>(1000);
    for (int i = 0; i < 3; i++) {
      assertThat(texts.get("a", text -> count.incrementAndGet())).isEqualTo(1);
    }
  }

  @Test
  void shouldForgetOldTexts() {
    var texts = new RecentTexts<String>(1000);
    for (int i = 0; i < 10_000; i++) {
      texts.get("text " + i, text -> text);
      texts.get("kept", text -> text);
    }
    assertThat(texts.size()).isLessThan(50);
  }

  @Provide
  Arbitrary<String> programs() {
    return Arbitraries.of(
            "1",
            "'a'",
            "null",
            ":F4A$X",
            "&F4A$X.",
            "(",
            ")",
            "+",
            "-",
            "*",
            "/",
            "||",
            "=",
            "<",
            "and",
            "or",
            "not",
            "is",
            "null",
            "like",
            "between",
            "in",
            "case",
            "when",
            "then",
            "else",
            "end",
            "if",
            "begin",
            "declare",
            "return",
            ";",
            ",",
            ".",
            ":=",
            "=>",
            "upper",
            "sysdate",
            "x",
            "number",
            "to_char",
            "'",
            "\"",
            "--",
            "/*",
            "raise",
            "select",
            "from",
            "dual",
            "union",
            "all",
            "date",
            "json_value",
            "@",
            "\u00e9",
            "'$.a'")
        .list()
        .ofMaxSize(40)
        .map(words -> String.join(" ", words));
  }

  @Property
  void shouldFailCleanlyForAnyProgram(@ForAll("programs") String text) {
    var scope = new VariablesScope().with("X", "x' or 1=1");
    for (var type :
        new ExpressionType[] {
          ExpressionType.PLSQL_EXPRESSION,
          ExpressionType.PLSQL_FUNCTION_BODY,
          ExpressionType.FEEL_EXPRESSION
        }) {
      try {
        evaluator.evaluate(type, text, scope, Frame.Access.TYPED);
      } catch (EvaluationException e) {
        assertThat(e.detail()).isNotBlank();
      }
    }
  }

  @Property
  void shouldFailCleanlyForAnyText(@ForAll String text) {
    var error = evaluator.findSyntaxError(ExpressionType.PLSQL_EXPRESSION, text);
    assertThat(error.orElse("none")).isNotBlank();
    assertThat(evaluator.findSyntaxError(ExpressionType.FEEL_EXPRESSION, text).orElse("none"))
        .isNotBlank();
  }

  @Property
  void shouldReadQuotedTexts(@ForAll String text) {
    String literal = "'" + text.replace("'", "''") + "'";
    if (!text.contains("&F4A$") && literal.length() <= Budget.MAX_EXPRESSION) {
      assertThat(Shown.expression(literal, new VariablesScope()))
          .isEqualTo(text.isEmpty() ? "NULL" : "'" + text + "'");
    }
  }

  @Property
  void shouldCalculateLikeBigDecimal(
      @ForAll @IntRange(min = -1_000_000, max = 1_000_000) int a,
      @ForAll @IntRange(min = -1_000_000, max = 1_000_000) int b) {
    var scope = new VariablesScope().with("A", a).with("B", VariableValue.number(b));
    long expected = 3L * a - (long) a * b + b;
    assertThat(Shown.expression("3 * :F4A$A - :F4A$A * :F4A$B + :F4A$B", scope))
        .isEqualTo(new BigDecimal(expected).toPlainString());
  }

  @Property
  void shouldMatchLikeARegularExpression(
      @ForAll("likeTexts") String text, @ForAll("likePatterns") String pattern) {
    String regex = pattern.replace("%", ".*").replace("_", ".");
    assertThat(new LikePattern(pattern, null).matches(text, new Budget()))
        .isEqualTo(text.matches(regex));
  }

  @Provide
  Arbitrary<String> likeTexts() {
    return Arbitraries.strings().withChars("ab").ofMaxLength(12);
  }

  @Provide
  Arbitrary<String> likePatterns() {
    return Arbitraries.strings().withChars("ab%_").ofMaxLength(8);
  }
}
