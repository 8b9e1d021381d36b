package flows4ee.engine.expression;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.context.JavaFunction;
import org.camunda.feel.context.JavaFunctionProvider;
import org.camunda.feel.syntaxtree.ParsedExpression;

/**
 * Expressions in FEEL (DMN 1.3 chapter 10). Variables are seen by name, pseudo-variables too. What
 * could run long or grow is refused by {@link FeelGuard}; functions of Java are out of reach.
 */
final class FeelExpressions {

  private static final long KEPT_CHARACTERS = 100_000;
  private static final ThreadLocal<Instant> NOW = new ThreadLocal<>();

  private final FeelEngineApi engine =
      FeelEngineBuilder.apply(
              new NoFunctions(),
              FeelEngineBuilder.apply$default$2(),
              FeelEngineBuilder.apply$default$3(),
              () -> NOW.get().atZone(ZoneOffset.UTC),
              FeelEngineBuilder.apply$default$5())
          .withEnabledExternalFunctions(false)
          .build();
  private final RecentTexts<Parsed> parsed = new RecentTexts<>(KEPT_CHARACTERS);

  /**
   * What a text is.
   *
   * @param guard null when there is a failure
   * @param failure null when there is none
   */
  private record Parsed(ParsedExpression expression, FeelGuard guard, String failure) {}

  /** No functions beside those of the language. */
  private static final class NoFunctions extends JavaFunctionProvider {

    @Override
    public Optional<JavaFunction> resolveFunction(String name) {
      return Optional.empty();
    }

    @Override
    public Collection<String> getFunctionNames() {
      return List.of();
    }
  }

  Optional<String> findSyntaxError(String text) {
    return Optional.ofNullable(parsed(text).failure());
  }

  /**
   * Evaluates an expression.
   *
   * @return a value of {@link Values}; lists and contexts as JSON text
   */
  Object evaluate(String text, ExpressionScope scope) {
    var expression = parsed(text);
    if (expression.failure() != null) {
      throw new EvaluationException(expression.failure());
    }
    var variables = FeelValues.variables(expression.guard().names(), scope);
    expression.guard().check(variables);
    NOW.set(scope.now());
    try {
      var result = engine.evaluate(expression.expression(), variables);
      if (result.isFailure()) {
        throw new EvaluationException("the FEEL expression cannot be evaluated");
      }
      return FeelValues.result(result.result());
    } finally {
      NOW.remove();
    }
  }

  private Parsed parsed(String text) {
    return parsed.get(text, this::parse);
  }

  private Parsed parse(String text) {
    try {
      FeelGuard.checkText(text);
      var result = engine.parseExpression(text);
      if (result.isFailure()) {
        return new Parsed(null, null, "the text is no FEEL expression");
      }
      var expression = result.parsedExpression();
      return new Parsed(expression, FeelGuard.of(expression.expression()), null);
    } catch (EvaluationException e) {
      return new Parsed(null, null, e.detail());
    }
  }
}
