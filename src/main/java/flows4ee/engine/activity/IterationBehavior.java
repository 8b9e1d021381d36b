package flows4ee.engine.activity;

import flows4ee.engine.error.EngineMessage;
import flows4ee.engine.error.StepFailedException;
import flows4ee.engine.execution.ElementBehavior;
import flows4ee.engine.execution.Execution;
import flows4ee.engine.execution.Trigger;
import flows4ee.engine.expression.Conditions;
import flows4ee.engine.expression.IterationInput;
import flows4ee.engine.expression.IterationOutput;
import flows4ee.engine.expression.LoopCounters;
import flows4ee.engine.model.Activity;
import flows4ee.engine.model.Iteration;
import flows4ee.engine.model.VariableValue;
import flows4ee.engine.state.IterationStatus;
import flows4ee.engine.state.SubflowStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An activity with multi-instance or loop characteristics: the subflow iterates while its rounds do
 * the work, one after the other in its own scope or side by side in scopes of their own.
 */
public final class IterationBehavior implements ElementBehavior<Activity> {

  private static final int LOOP_LIMIT = 1000;

  private final IterationInput input;
  private final Conditions conditions;

  public IterationBehavior(IterationInput input, Conditions conditions) {
    this.input = input;
    this.conditions = conditions;
  }

  @Override
  public Class<Activity> elementType() {
    return Activity.class;
  }

  /** Behind an event-based gateway a single event decides, so nothing iterates there. */
  @Override
  public void enter(Activity activity, Execution execution) {
    if (execution.subflow().isFollowingEventGateway()) {
      throw new StepFailedException(
          EngineMessage.UNSUPPORTED_OBJECT, activity.node().tag(), activity.id());
    }
    var iteration = activity.iteration().orElseThrow();
    if (iteration.kind() == Iteration.Kind.LOOP) {
      begin(activity, execution, List.of(Map.of()));
      return;
    }
    var items = items(activity, iteration, execution);
    if (items.isEmpty()) {
      execution.leave();
    } else {
      begin(activity, execution, items);
    }
  }

  @Override
  public void resume(Activity activity, Execution execution, Trigger trigger) {
    var iteration = activity.iteration().orElseThrow();
    var rounds = new Rounds(activity, execution);
    var round = execution.call().execution(((Trigger.RoundEnded) trigger).roundSubflow());
    int counter = round.subflow().iteration().loopCounter();
    rounds.mark(counter, IterationStatus.COMPLETED);
    rounds.log(round, "iteration completed");
    var counters = rounds.counters(counter);
    collect(iteration, execution, round, counters);
    if (isComplete(activity, iteration, round, counters) || !rounds.goOn(round, counter)) {
      rounds.logTerminated();
      execution.endBelow();
      rounds.clear();
      execution.waitAs(SubflowStatus.RUNNING);
      execution.leave();
    }
  }

  private void begin(
      Activity activity, Execution execution, List<Map<String, VariableValue>> items) {
    execution.waitAs(SubflowStatus.ITERATING);
    new Rounds(activity, execution).begin(items);
  }

  private List<Map<String, VariableValue>> items(
      Activity activity, Iteration iteration, Execution execution) {
    var collection =
        iteration
            .input()
            .orElseThrow(
                () ->
                    new StepFailedException(
                        EngineMessage.ITERATION_COLLECTION,
                        activity.id(),
                        EngineMessage.NO_COLLECTION));
    var items = input.rounds(activity.id(), collection, execution.scope());
    int limit = execution.call().services().settings().iterationLimit();
    if (items.size() > limit) {
      throw new StepFailedException(EngineMessage.ITERATION_LIMIT, activity.id(), limit);
    }
    return items;
  }

  /** Copies the output variables of a round into the output array, which the first one begins. */
  private static void collect(
      Iteration iteration, Execution execution, Execution round, LoopCounters counters) {
    if (iteration.output().isEmpty()) {
      return;
    }
    var output = iteration.output().get();
    var values = new LinkedHashMap<String, VariableValue>();
    for (String name : IterationOutput.names(output.insideVariables())) {
      round.scope().variable(name).ifPresent(value -> values.put(name, value));
    }
    long scope = execution.subflow().scope();
    var variables = execution.call().variables();
    var before = counters.completedInstances() == 1 ? null : output.variable();
    var array =
        IterationOutput.with(
            Optional.ofNullable(before).flatMap(name -> variables.find(scope, name)),
            counters.loopCounter(),
            values);
    variables.replace(scope, output.variable(), array, execution.subflow(), null);
  }

  private boolean isComplete(
      Activity activity, Iteration iteration, Execution round, LoopCounters counters) {
    boolean isLoop = iteration.kind() == Iteration.Kind.LOOP;
    var condition = iteration.completionCondition();
    if (isLoop && condition.isEmpty()) {
      throw new StepFailedException(
          EngineMessage.ITERATION_CONDITION, activity.id(), EngineMessage.LOOP_WITHOUT_END);
    }
    boolean isComplete =
        condition.isPresent()
            && conditions.isComplete(activity.id(), condition.get(), round.scope(counters));
    if (isLoop && !isComplete && counters.loopCounter() >= LOOP_LIMIT) {
      throw new StepFailedException(EngineMessage.ITERATION_LIMIT, activity.id(), LOOP_LIMIT);
    }
    return isComplete;
  }
}
