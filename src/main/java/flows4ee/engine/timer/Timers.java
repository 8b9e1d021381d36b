package flows4ee.engine.timer;

import flows4ee.engine.expression.ExpressionScope;
import flows4ee.engine.model.EventDefinition;
import flows4ee.engine.state.InstanceState;
import flows4ee.engine.state.Subflow;
import flows4ee.engine.state.Timer;
import flows4ee.engine.state.TimerStatus;
import flows4ee.engine.variable.Interval;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.Predicate;

/** The timers of an instance: arming, repeating, ending. */
public final class Timers {

  private static final Comparator<Timer> BY_CREATION =
      Comparator.comparing(Timer::createdOn).thenComparing(Timer::id).thenComparing(Timer::run);

  private final IntSupplier maxCycles;

  /**
   * Makes the timers.
   *
   * @param maxCycles present limit of repeats of a cycle without a limit of its own
   */
  public Timers(IntSupplier maxCycles) {
    this.maxCycles = maxCycles;
  }

  /**
   * Arms a timer on a subflow.
   *
   * @param id id of the new timer
   * @param stepKey key of the waiting step, or null for a boundary event
   * @throws flows4ee.engine.error.StepFailedException when the definition cannot be read
   */
  public void arm(
      InstanceState state,
      long id,
      Subflow subflow,
      String stepKey,
      String eventId,
      EventDefinition.Timer definition,
      ExpressionScope scope) {
    var plan = new TimerSchedule(maxCycles).plan(eventId, definition, scope);
    var row = new Timer.Builder();
    row.id = id;
    row.run = 1;
    row.processId = state.id();
    row.subflowId = subflow.id();
    row.stepKey = stepKey;
    row.eventId = eventId;
    row.type = definition.kind().literal();
    row.createdOn = scope.now();
    row.dueOn = plan.dueAt();
    row.repeatEvery = plan.repeatInterval().map(Interval::toString).orElse(null);
    row.repeatTimes = plan.repeatInterval().isPresent() ? plan.maxRuns() : null;
    row.status = TimerStatus.CREATED;
    state.timers().put(row.build());
  }

  /** Arms the next run of a repeating timer on another subflow; empty after the last run. */
  public static Optional<Timer> nextRun(Timer fired, long subflowId, Instant now) {
    if (!hasNextRun(fired)) {
      return Optional.empty();
    }
    return Optional.of(
        fired.with(
            row -> {
              row.run = fired.run() + 1;
              row.subflowId = subflowId;
              row.createdOn = now;
              row.lastRun = now;
              row.dueOn = Interval.parse(fired.repeatEvery()).after(now);
              row.status = TimerStatus.CREATED;
            }));
  }

  public static boolean hasNextRun(Timer timer) {
    return timer.repeatEvery() != null && timer.run() < timer.repeatTimes();
  }

  /** Ends waiting timers of a subflow that will not fire any more. */
  public static void terminate(InstanceState state, long subflowId, Predicate<Timer> which) {
    state
        .timers()
        .where(timer -> timer.subflowId() == subflowId && isWaiting(timer) && which.test(timer))
        .forEach(timer -> state.timers().put(timer.with(r -> r.status = TimerStatus.TERMINATED)));
  }

  /** The waiting timer of a subflow, the latest first armed. */
  public static Optional<Timer> findWaiting(InstanceState state, long subflowId) {
    return state
        .timers()
        .where(timer -> timer.subflowId() == subflowId && isWaiting(timer))
        .stream()
        .max(BY_CREATION);
  }

  /** The latest timer of a subflow for an event in a status. */
  public static Optional<Timer> findLast(
      InstanceState state, long subflowId, String eventId, TimerStatus status) {
    return state
        .timers()
        .where(
            timer ->
                timer.subflowId() == subflowId
                    && timer.eventId().equals(eventId)
                    && timer.status() == status)
        .stream()
        .max(BY_CREATION);
  }

  private static boolean isWaiting(Timer timer) {
    return timer.status() == TimerStatus.CREATED || timer.status() == TimerStatus.SUSPENDED;
  }
}
