package flows4ee.engine.execution;

import flows4ee.engine.expression.ExpressionScope;
import flows4ee.engine.expression.LoopCounters;
import flows4ee.engine.model.VariableValue;
import flows4ee.engine.state.Subflow;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;

/**
 * What expressions see of a call.
 *
 * @param subflow step they belong to, or null before there is one
 * @param scope read scope
 */
record InstanceScope(Call call, Subflow subflow, long scope, Optional<LoopCounters> loop)
    implements ExpressionScope {

  @Override
  public long processId() {
    return call.state().id();
  }

  @Override
  public OptionalLong subflowId() {
    return subflow == null ? OptionalLong.empty() : OptionalLong.of(subflow.id());
  }

  @Override
  public Optional<String> stepKey() {
    return Optional.ofNullable(subflow).map(Subflow::stepKey);
  }

  @Override
  public OptionalInt processPriority() {
    Integer priority = call.state().instance().priority();
    return priority == null ? OptionalInt.empty() : OptionalInt.of(priority);
  }

  @Override
  public Optional<VariableValue> variable(OptionalLong other, String name) {
    return call.variables().find(other.orElse(scope), name);
  }

  @Override
  public void setVariable(OptionalLong other, String name, VariableValue value) {
    long target = other.orElse(scope);
    call.variables().requireScope(target);
    call.variables().replace(target, name, value, subflow, null);
  }

  @Override
  public void deleteVariable(OptionalLong other, String name) {
    call.variables().delete(other.orElse(scope), name);
  }

  /** A step within an iterated sub-process belongs to the round of that. */
  @Override
  public OptionalInt loopCounter() {
    var step = Optional.ofNullable(subflow);
    while (step.isPresent() && step.get().iteration() == null) {
      step = call.state().subflows().find(step.get().callingSubflow());
    }
    return step.isPresent()
        ? OptionalInt.of(step.get().iteration().loopCounter())
        : OptionalInt.empty();
  }

  @Override
  public Instant now() {
    return call.now();
  }

  @Override
  public RandomGenerator random() {
    return call.services().random();
  }
}
