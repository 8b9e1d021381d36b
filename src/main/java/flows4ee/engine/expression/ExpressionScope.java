package flows4ee.engine.expression;

import flows4ee.engine.model.VariableValue;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;

/**
 * What one evaluation can see: the identity of the step, the variables of the scope it reads, the
 * engine's clock and random numbers. Nothing else is in reach of a model's program text.
 */
public interface ExpressionScope {

  long processId();

  /** The subflow; empty while the instance has none yet, as for its own priority and due date. */
  OptionalLong subflowId();

  /** The read scope. */
  long scope();

  Optional<String> stepKey();

  /** Priority of the process instance, 1 to 5. */
  OptionalInt processPriority();

  /**
   * A variable of this instance.
   *
   * @param scope where to look; empty for the read scope
   * @param name in any case
   */
  Optional<VariableValue> variable(OptionalLong scope, String name);

  /** A variable of the read scope; {@code name} in any case. */
  default Optional<VariableValue> variable(String name) {
    return variable(OptionalLong.empty(), name);
  }

  /**
   * Creates or replaces a variable; scripts only.
   *
   * @param scope where to write; empty for the scope of the step
   * @throws flows4ee.engine.error.EngineException when the scope is not valid in this instance
   */
  void setVariable(OptionalLong scope, String name, VariableValue value);

  /**
   * Deletes a variable; scripts only.
   *
   * @param scope where to delete; empty for the scope of the step
   * @throws flows4ee.engine.error.EngineException when there is no such variable
   */
  void deleteVariable(OptionalLong scope, String name);

  /** The engine's time of this step. */
  Instant now();

  /** The engine's source of random numbers. */
  RandomGenerator random();

  /** The 1-based round this step belongs to; empty outside of iterations. */
  default OptionalInt loopCounter() {
    return loop().map(loop -> OptionalInt.of(loop.loopCounter())).orElse(OptionalInt.empty());
  }

  /** The counters of an iteration, for its completion condition. */
  default Optional<LoopCounters> loop() {
    return Optional.empty();
  }
}
