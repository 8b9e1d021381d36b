package flows4ee.engine.walk;

import flows4ee.engine.StepCompletion;
import flows4ee.engine.check.InstanceSnapshot;
import flows4ee.engine.state.ProcessStatus;
import flows4ee.engine.state.Subflow;
import flows4ee.engine.state.SubflowStatus;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Leads an instance to its end: lifts suspension, repairs and completes whatever is open, sends
 * what is awaited, lets time pass. A step that neither restart nor force gets out of its error,
 * such as an escalation that nobody catches, is deleted.
 */
final class WayOut {

  private static final int ROUNDS = 60;
  private static final Duration LONGEST_TIMER = Duration.ofHours(3);

  private final WalkedInstance instance;
  private final InstanceActions instances;
  private final StepActions steps;
  private final boolean isStructured;

  WayOut(
      WalkedInstance instance, InstanceActions instances, StepActions steps, boolean isStructured) {
    this.instance = instance;
    this.instances = instances;
    this.steps = steps;
    this.isStructured = isStructured;
  }

  /** Whether the instance came to its end. */
  boolean go() {
    for (int round = 0; round < ROUNDS; round++) {
      var now = instance.read();
      if (now.instance().status().isEnded()) {
        return true;
      }
      if (now.instance().status() == ProcessStatus.CREATED) {
        instances.start();
      } else {
        lead(now);
      }
    }
    if (!isStructured) {
      instances.terminate();
    }
    return instance.read().instance().status().isEnded();
  }

  private void lead(InstanceSnapshot now) {
    instances.resume();
    setVariables();
    repair();
    for (var open : instance.read().subscriptions()) {
      instances.send(List.of(InstanceActions.message(open)));
    }
    for (var step : in(instance.read(), step -> step.status().isCompletable())) {
      steps.complete(step, StepCompletion.PLAIN);
    }
    instances.pass(LONGEST_TIMER);
    if (instance.read().subflows().equals(now.subflows())) {
      deleteStuck();
    }
  }

  private void setVariables() {
    instance.read().subflows().stream()
        .map(Subflow::scope)
        .distinct()
        .forEach(
            scope -> instance.set(scope, Map.of("V", "a", "W", "x", "FAIL", "N", "ITEMS", "i:j")));
  }

  private void repair() {
    for (var step : in(instance.read(), WayOut::isInError)) {
      steps.restart(step);
      in(instance.read(), again -> again.id() == step.id() && isInError(again))
          .forEach(steps::force);
    }
  }

  /** Steps in error go; where branches need not meet, those that wait for each other too. */
  private void deleteStuck() {
    instances.suspend();
    in(
            instance.read(),
            step ->
                isInError(step)
                    || !isStructured && step.status() == SubflowStatus.WAITING_AT_GATEWAY)
        .forEach(steps::delete);
    instances.resume();
  }

  private static boolean isInError(Subflow step) {
    return step.status() == SubflowStatus.ERROR;
  }

  private static List<Subflow> in(InstanceSnapshot now, Predicate<Subflow> which) {
    return now.subflows().stream().filter(which).toList();
  }
}
