package flows4ee.engine;

import flows4ee.engine.expression.ExpressionScope;
import flows4ee.engine.model.VariableValue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * What texts see of a step that is only read.
 *
 * @param variables of the scope of the step
 * @param priority of the instance, read when it is asked for
 */
record StepScope(
    StepView step,
    List<VariableView> variables,
    Supplier<OptionalInt> priority,
    Instant now,
    RandomGenerator random)
    implements ExpressionScope {

  @Override
  public long processId() {
    return step.processId();
  }

  @Override
  public OptionalLong subflowId() {
    return OptionalLong.of(step.subflowId());
  }

  @Override
  public long scope() {
    return step.scope();
  }

  @Override
  public Optional<String> stepKey() {
    return Optional.ofNullable(step.stepKey());
  }

  @Override
  public OptionalInt processPriority() {
    return priority.get();
  }

  @Override
  public Optional<VariableValue> variable(OptionalLong scope, String name) {
    return variables.stream()
        .filter(variable -> variable.scope() == scope.orElse(step.scope()))
        .filter(variable -> variable.name().equalsIgnoreCase(name))
        .map(VariableView::value)
        .findFirst();
  }

  @Override
  public void setVariable(OptionalLong scope, String name, VariableValue value) {
    throw new UnsupportedOperationException("A step that is read has no variables to change");
  }

  @Override
  public void deleteVariable(OptionalLong scope, String name) {
    throw new UnsupportedOperationException("A step that is read has no variables to change");
  }
}
