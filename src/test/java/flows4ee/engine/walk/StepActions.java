package flows4ee.engine.walk;

import static flows4ee.engine.walk.WalkedInstance.WALKER;

import flows4ee.engine.ProcessEngine;
import flows4ee.engine.RewindTarget;
import flows4ee.engine.StepCompletion;
import flows4ee.engine.state.Subflow;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;

/** Random actions on one step. */
final class StepActions {

  private static final String WRONG_KEY = "wrong";

  private final WalkedInstance instance;
  private final Random random;

  StepActions(WalkedInstance instance, Random random) {
    this.instance = instance;
    this.random = random;
  }

  /** Anything that may be done with a step, sensible or not. */
  Optional<String> any(Subflow step) {
    return switch (random.nextInt(12)) {
      case 0 -> completeWrongly(step);
      case 1 -> reserve(step);
      case 2 -> release(step);
      case 3 -> startWork(step);
      case 4 -> pauseWork(step);
      case 5, 6 -> restart(step);
      case 7 -> force(step);
      case 8 -> reschedule(step);
      case 9 -> delete(step);
      default -> rewind(step);
    };
  }

  Optional<String> complete(Subflow step) {
    if (random.nextInt(5) > 0) {
      return complete(step, StepCompletion.PLAIN);
    }
    var texts = Map.of("V", random.nextBoolean() ? "b" : "c", "W", "x");
    var variables = WalkedInstance.assignments(step.scope(), texts);
    return complete(step, new StepCompletion(variables, Optional.empty()));
  }

  Optional<String> complete(Subflow step, StepCompletion completion) {
    return attempt(
        "complete",
        step,
        engine -> engine.completeStep(step.id(), step.stepKey(), completion, WALKER));
  }

  /** Restarts or forces a step. */
  Optional<String> repair(Subflow step) {
    return random.nextInt(3) == 0 ? force(step) : restart(step);
  }

  Optional<String> restart(Subflow step) {
    return attempt(
        "restart",
        step,
        engine -> engine.restartStep(step.id(), step.stepKey(), Optional.empty(), WALKER));
  }

  Optional<String> force(Subflow step) {
    boolean isWithExpressions = random.nextBoolean();
    return attempt(
        "force",
        step,
        engine ->
            engine.forceNextStep(
                step.id(), step.stepKey(), isWithExpressions, Optional.empty(), WALKER));
  }

  Optional<String> delete(Subflow step) {
    return attempt(
        "delete",
        step,
        engine -> engine.deleteStep(step.id(), step.stepKey(), Optional.empty(), WALKER));
  }

  Optional<String> rewind(Subflow step) {
    var targets = RewindTarget.values();
    var target = targets[random.nextInt(targets.length)];
    var object = Optional.ofNullable(step.lastCompleted());
    return attempt(
        "rewind to " + target,
        step,
        engine ->
            engine.rewindStep(step.id(), step.stepKey(), target, object, Optional.empty(), WALKER));
  }

  private Optional<String> completeWrongly(Subflow step) {
    return attempt(
        "complete by a wrong key",
        step,
        engine -> engine.completeStep(step.id(), WRONG_KEY, StepCompletion.PLAIN, WALKER));
  }

  private Optional<String> reserve(Subflow step) {
    String name = random.nextBoolean() ? "JANE" : "JOE";
    boolean isForced = random.nextBoolean();
    return attempt(
        "reserve",
        step,
        engine -> engine.reserveStep(step.id(), step.stepKey(), name, isForced, WALKER));
  }

  private Optional<String> release(Subflow step) {
    return attempt(
        "release", step, engine -> engine.releaseStep(step.id(), step.stepKey(), WALKER));
  }

  private Optional<String> startWork(Subflow step) {
    return attempt(
        "start work", step, engine -> engine.startWork(step.id(), step.stepKey(), WALKER));
  }

  private Optional<String> pauseWork(Subflow step) {
    return attempt(
        "pause work", step, engine -> engine.pauseWork(step.id(), step.stepKey(), WALKER));
  }

  private Optional<String> reschedule(Subflow step) {
    return attempt(
        "reschedule",
        step,
        engine ->
            engine.rescheduleTimer(
                step.id(), step.stepKey(), Optional.empty(), Optional.empty(), WALKER));
  }

  private Optional<String> attempt(String what, Subflow step, Consumer<ProcessEngine> action) {
    String where = step.id() + " at " + step.current() + " " + step.status().literal();
    return instance.attempt(what + " " + where, action);
  }
}
