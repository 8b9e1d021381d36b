package flows4ee.engine.model;

import java.util.Optional;

/**
 * Multi-instance or loop characteristics of an activity.
 *
 * @param input absent for loops
 * @param description text with {@code &NAME.} substitutions
 */
public record Iteration(
    Kind kind,
    Optional<InputCollection> input,
    Optional<OutputCollection> output,
    Optional<Condition> completionCondition,
    Optional<String> description) {

  /** How the rounds run. */
  public enum Kind {
    PARALLEL,
    SEQUENTIAL,
    LOOP
  }

  /**
   * Where the items come from.
   *
   * @param type {@code processVariableList}, {@code processVariableArray} or {@code sqlQueryArray}
   * @param insideVariable variable that takes an item of a list
   */
  public record InputCollection(
      ExpressionType type, String expression, Optional<String> insideVariable) {}

  /**
   * Where results go.
   *
   * @param variable JSON variable that takes one object per round
   * @param insideVariables colon list of the variables copied out
   */
  public record OutputCollection(String variable, Optional<String> insideVariables) {}
}
