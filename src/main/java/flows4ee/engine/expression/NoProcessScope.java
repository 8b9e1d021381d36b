package flows4ee.engine.expression;

import flows4ee.engine.error.EngineMessage;
import flows4ee.engine.error.StepFailedException;
import flows4ee.engine.model.VariableValue;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;

/** The scope of an evaluation before there is a process instance: no variables. */
record NoProcessScope(Instant now, RandomGenerator random) implements ExpressionScope {

  @Override
  public long processId() {
    return 0;
  }

  @Override
  public OptionalLong subflowId() {
    return OptionalLong.empty();
  }

  @Override
  public long scope() {
    return 0;
  }

  @Override
  public Optional<String> stepKey() {
    return Optional.empty();
  }

  @Override
  public OptionalInt processPriority() {
    return OptionalInt.empty();
  }

  @Override
  public Optional<VariableValue> variable(OptionalLong scope, String name) {
    return Optional.empty();
  }

  @Override
  public void setVariable(OptionalLong scope, String name, VariableValue value) {
    throw new StepFailedException(EngineMessage.SETTINGS_NO_PROCESS);
  }

  @Override
  public void deleteVariable(OptionalLong scope, String name) {
    throw new StepFailedException(EngineMessage.SETTINGS_NO_PROCESS);
  }
}
