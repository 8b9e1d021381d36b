package flows4ee.engine.expression;

import flows4ee.engine.error.EngineMessage;
import flows4ee.engine.error.StepFailedException;
import flows4ee.engine.expression.Frame.Access;
import flows4ee.engine.model.Condition;
import flows4ee.engine.model.ExpressionType;
import flows4ee.engine.model.SequenceFlow;

/** Evaluates the conditions of sequence flows and the completion conditions of iterations. */
public final class Conditions {

  private final Evaluator evaluator;

  public Conditions(Evaluator evaluator) {
    this.evaluator = evaluator;
  }

  /**
   * Whether the condition of a sequence flow holds. Binds are texts. False when the result is NULL,
   * when there is no condition and when its language is not known.
   *
   * @throws StepFailedException with {@code gateway-bad-expression}
   */
  public boolean holds(SequenceFlow flow, ExpressionScope scope) {
    if (flow.condition().isEmpty()) {
      return false;
    }
    try {
      return evaluate(flow.condition().get(), scope, Access.TEXT);
    } catch (EvaluationException e) {
      throw new StepFailedException(e, EngineMessage.GATEWAY_BAD_EXPRESSION, flow.id(), e.detail());
    }
  }

  /**
   * Whether a completion condition holds. Binds are typed and the loop counters of the scope are
   * visible.
   *
   * @param objectId the iterated object, named in errors
   * @throws StepFailedException with {@code iteration-condition}
   */
  public boolean isComplete(String objectId, Condition condition, ExpressionScope scope) {
    try {
      return evaluate(condition, scope, Access.TYPED);
    } catch (EvaluationException e) {
      throw new StepFailedException(e, EngineMessage.ITERATION_CONDITION, objectId, e.detail());
    }
  }

  private boolean evaluate(Condition condition, ExpressionScope scope, Access access) {
    var language = Evaluator.language(condition);
    if (language == ExpressionType.UNKNOWN) {
      return false;
    }
    var truth = Values.truth(evaluator.evaluate(language, condition.text(), scope, access));
    return Boolean.TRUE.equals(truth);
  }
}
