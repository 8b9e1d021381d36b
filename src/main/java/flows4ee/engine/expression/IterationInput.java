package flows4ee.engine.expression;

import flows4ee.engine.model.Iteration;
import flows4ee.engine.model.VariableValue;
import java.util.List;
import java.util.Map;

/** Reads the input collection of a multi-instance activity. */
public final class IterationInput {

  /** Most items of one collection. */
  public static final int MAX_ITEMS = 10_000;

  private final Evaluator evaluator;

  public IterationInput(Evaluator evaluator) {
    this.evaluator = evaluator;
  }

  /**
   * The variables of each round, in order; empty when the collection is empty or NULL.
   *
   * @param objectId the iterated object, named in errors
   * @throws flows4ee.engine.error.StepFailedException with {@code iteration-collection} when the
   *     input cannot be read, {@code iteration-limit} when it has more than {@value #MAX_ITEMS}
   *     items
   */
  public List<Map<String, VariableValue>> rounds(
      String objectId, Iteration.InputCollection input, ExpressionScope scope) {
    throw new UnsupportedOperationException(evaluator.toString());
  }
}
