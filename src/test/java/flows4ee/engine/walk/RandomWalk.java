package flows4ee.engine.walk;

import flows4ee.engine.check.InstanceSnapshot;
import flows4ee.engine.state.ProcessStatus;
import flows4ee.engine.state.Subflow;
import flows4ee.engine.state.SubflowStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * A random walk through one instance: completes, messages, timers, suspending, repairing and
 * whatever else the engine offers, sensible or not, in any order.
 */
public final class RandomWalk {

  private final GeneratedModel model;
  private final WalkedInstance instance;
  private final Random random;
  private final InstanceActions instances;
  private final StepActions steps;

  private RandomWalk(GeneratedModel model, WalkedInstance instance, Random random) {
    this.model = model;
    this.instance = instance;
    this.random = random;
    this.instances = new InstanceActions(instance, random);
    this.steps = new StepActions(instance, random);
  }

  /** Deploys a model, to walk through instances of it. */
  public static Starter deploy(WalkedEngine walked, GeneratedModel model) {
    return new Starter(walked, model, WalkedInstance.deploy(walked.engine(), model));
  }

  /** A deployed model. */
  public record Starter(WalkedEngine walked, GeneratedModel model, long diagramId) {

    /** Creates and starts an instance; the same number begins the same walk. */
    public RandomWalk begin(int number) {
      var random = new Random(31 * model.seed() + number);
      var instance = WalkedInstance.create(walked, diagramId, random.nextInt(9));
      var walk = new RandomWalk(model, instance, random);
      instance.set(0, Map.of("V", "a", "W", "x", "ITEMS", "i:j"));
      walk.instances.start();
      return walk;
    }
  }

  /** Another walker through the same instance; two may go at the same time. */
  public RandomWalk beside() {
    return new RandomWalk(model, instance, new Random(random.nextLong()));
  }

  /** A number of this walk, from 0 below {@code bound}. */
  public int pick(int bound) {
    return random.nextInt(bound);
  }

  /** What was walked through, what was done, with what it was answered, and what is there now. */
  public String story() {
    var now = instance.read();
    return model
        + "\n"
        + String.join("\n", instance.trail())
        + "\n"
        + now.instance()
        + "\n"
        + now.subflows().stream().map(Subflow::toString).collect(Collectors.joining("\n"));
  }

  /** Leads the instance to its end, whatever was done before. */
  public boolean isLedToItsEnd() {
    return new WayOut(instance, instances, steps, model.isStructured()).go();
  }

  /** Deletes the instance. */
  public void delete() {
    instances.delete();
  }

  /**
   * Does one thing.
   *
   * @return the key of the engine's refusal
   */
  public Optional<String> act() {
    var now = instance.read();
    if (now.subflows().isEmpty()) {
      return actOutside(now);
    }
    return now.instance().status() == ProcessStatus.SUSPENDED
        ? actSuspended(now)
        : actOnTheMove(now);
  }

  private Optional<String> actOnTheMove(InstanceSnapshot now) {
    var failed = now.subflows().stream().filter(RandomWalk::isInError).toList();
    if (!failed.isEmpty() && random.nextInt(4) == 0) {
      return steps.repair(anyOf(failed));
    }
    return switch (random.nextInt(30)) {
      case 0 -> rarely(instances::terminate);
      case 1 -> rarely(instances::reset);
      case 2, 3, 4 -> instances.suspend();
      case 5, 6, 7 -> instances.setVariables(now);
      case 8, 9, 10 -> instances.passSomeTime();
      case 11, 12, 13, 14 -> instances.message(now);
      case 15, 16, 17 -> steps.any(anyOf(now.subflows()));
      default -> steps.complete(completable(now));
    };
  }

  private Optional<String> actSuspended(InstanceSnapshot now) {
    return switch (random.nextInt(14)) {
      case 0, 1, 2, 3, 4 -> steps.rewind(anyOf(now.subflows()));
      case 5, 6 -> steps.delete(anyOf(now.subflows()));
      case 7, 8, 9 -> instances.resume();
      case 10 -> instances.message(now);
      case 11 -> instances.setVariables(now);
      case 12 -> rarely(instances::terminate);
      default -> steps.any(anyOf(now.subflows()));
    };
  }

  /** The instance has not begun or has ended. */
  private Optional<String> actOutside(InstanceSnapshot now) {
    return now.instance().status() == ProcessStatus.CREATED ? instances.start() : instances.reset();
  }

  private Optional<String> rarely(Supplier<Optional<String>> action) {
    return random.nextInt(4) == 0 ? action.get() : instances.passSomeTime();
  }

  private static boolean isInError(Subflow step) {
    return step.status() == SubflowStatus.ERROR;
  }

  private Subflow completable(InstanceSnapshot now) {
    var open = now.subflows().stream().filter(step -> step.status().isCompletable()).toList();
    return anyOf(open.isEmpty() ? now.subflows() : open);
  }

  private Subflow anyOf(List<Subflow> subflows) {
    return subflows.get(random.nextInt(subflows.size()));
  }
}
