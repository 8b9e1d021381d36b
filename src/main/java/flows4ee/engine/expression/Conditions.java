package flows4ee.engine.expression;

import flows4ee.engine.model.Condition;
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
   * @throws flows4ee.engine.error.StepFailedException with {@code gateway-bad-expression}
   */
  public boolean holds(SequenceFlow flow, ExpressionScope scope) {
    throw new UnsupportedOperationException(evaluator.toString());
  }

  /**
   * Whether a completion condition holds. Binds are typed and the loop counters of the scope are
   * visible.
   *
   * @param objectId the iterated object, named in errors
   * @throws flows4ee.engine.error.StepFailedException with {@code iteration-condition}
   */
  public boolean isComplete(String objectId, Condition condition, ExpressionScope scope) {
    throw new UnsupportedOperationException(evaluator.toString());
  }
}
