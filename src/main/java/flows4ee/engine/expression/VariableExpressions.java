package flows4ee.engine.expression;

import flows4ee.engine.model.ExpressionSet;
import flows4ee.engine.model.VariableExpression;
import flows4ee.engine.model.VariableValue;
import java.util.List;
import java.util.function.BiConsumer;

/** Runs the assignments of an expression set ({@code apex:beforeTask} and the like). */
public final class VariableExpressions {

  private final Evaluator evaluator;

  public VariableExpressions(Evaluator evaluator) {
    this.evaluator = evaluator;
  }

  /**
   * Evaluates the assignments in their order and hands each result to the writer before the next
   * one is evaluated.
   *
   * @param scope what the expressions read
   * @param writer takes variable name and value, which replaces type and value
   * @throws flows4ee.engine.error.StepFailedException when one cannot be evaluated
   */
  public void run(
      ExpressionSet set,
      List<VariableExpression> expressions,
      ExpressionScope scope,
      BiConsumer<String, VariableValue> writer) {
    throw new UnsupportedOperationException(evaluator.toString());
  }
}
