package flows4ee.engine.expression;

import flows4ee.engine.model.VariableValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds the output collection of an iteration: a JSON array with one object per round. */
public final class IterationOutput {

  private IterationOutput() {}

  /** The names of a colon list such as {@code SKU:QTY}. */
  public static List<String> names(Optional<String> insideVariables) {
    throw new UnsupportedOperationException(insideVariables.toString());
  }

  /**
   * The array with the object of one round put at its place; places not filled yet hold null.
   *
   * @param array the array so far, empty for none
   * @param loopCounter 1-based number of the round
   * @param values the variables copied out, by name
   */
  public static VariableValue with(
      Optional<VariableValue> array, int loopCounter, Map<String, VariableValue> values) {
    throw new UnsupportedOperationException(array.toString());
  }
}
