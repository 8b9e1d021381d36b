package flows4ee.engine;

import flows4ee.engine.error.EngineMessage;
import flows4ee.engine.error.StepFailedException;
import flows4ee.engine.execution.Call;
import flows4ee.engine.execution.Execution;
import flows4ee.engine.execution.StepLoop;
import flows4ee.engine.execution.Trigger;
import flows4ee.engine.model.BoundaryEvent;
import flows4ee.engine.state.SubflowStatus;
import flows4ee.engine.state.Timer;
import flows4ee.engine.state.TimerStatus;
import flows4ee.engine.state.Transactions;
import flows4ee.engine.timer.Timers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Fires due timers. A node claims a batch, then handles each timer under the lock of its instance,
 * where it looks again whether the timer still waits; so a timer fires exactly once.
 */
public final class DueTimers {

  private final Transactions transactions;
  private final Calls calls;
  private final StepLoop loop;
  private final BrokenTimers broken;
  private final Claims claims;

  /**
   * How timers are claimed.
   *
   * @param batch timers per round
   * @param lease how long a claim outlives a dead node
   */
  public record Claims(String node, int batch, Duration lease) {}

  DueTimers(Transactions transactions, Calls calls, StepLoop loop, BrokenTimers broken) {
    this.transactions = transactions;
    this.calls = calls;
    this.loop = loop;
    this.broken = broken;
    this.claims = broken.claims();
  }

  /**
   * Fires one batch of due timers.
   *
   * @return how many were claimed; as many as a batch means that more may be due
   */
  public int fireBatch() {
    List<Timer> due =
        transactions.call(
            transaction ->
                transaction.timers().claimDue(claims.batch(), claims.node(), claims.lease()));
    due.forEach(this::fireSafely);
    return due.size();
  }

  /** When the next waiting timer is due. */
  public Optional<Instant> findNextDue() {
    return transactions.call(transaction -> transaction.timers().findNextDue());
  }

  /** Gives the claims of this node back, at shutdown. */
  public void release() {
    transactions.call(
        transaction -> {
          transaction.timers().release(claims.node());
          return claims;
        });
  }

  private void fireSafely(Timer timer) {
    try {
      calls.onInstance(
          timer.processId(),
          EngineMessage.PROCESS_LOCK_TIMEOUT,
          Caller.ENGINE,
          call -> fire(call, timer.key()));
    } catch (RuntimeException e) {
      broken.failed(timer, e);
    }
  }

  private void fire(Call call, Timer.Key key) {
    var timer = findDue(call, key);
    if (timer.isEmpty()) {
      return;
    }
    call.state()
        .timers()
        .put(
            timer
                .get()
                .with(
                    row -> {
                      row.status = TimerStatus.ENDED;
                      row.lastRun = call.now();
                    }));
    long subflowId = timer.get().subflowId();
    try {
      repeat(call.execution(subflowId), timer.get());
    } catch (StepFailedException e) {
      StepLoop.fail(call, subflowId, e);
      return;
    }
    loop.resumeLater(call, subflowId, new Trigger.TimerFired(timer.get().eventId()));
  }

  /** The timer, if it still waits. */
  static Optional<Timer> findDue(Call call, Timer.Key key) {
    return call.state()
        .timers()
        .find(key)
        .filter(timer -> timer.status() == TimerStatus.CREATED)
        .filter(timer -> call.state().subflows().find(timer.subflowId()).isPresent());
  }

  /** The next run of a repeating boundary event waits on a subflow of its own. */
  private static void repeat(Execution execution, Timer timer) {
    var event = execution.model().element(timer.eventId());
    boolean isRepeating =
        event instanceof BoundaryEvent boundary
            && !boundary.isInterrupting()
            && Timers.hasNextRun(timer)
            && execution.subflow().parentId() != null;
    if (!isRepeating) {
      return;
    }
    var activity = execution.call().execution(execution.subflow().parentId());
    var next =
        activity.bear(
            event,
            event.id(),
            "from boundary event - run " + (timer.run() + 1),
            SubflowStatus.WAITING_FOR_TIMER);
    Timers.nextRun(timer, next.id(), execution.call().now())
        .ifPresent(run -> execution.state().timers().put(run));
  }
}
