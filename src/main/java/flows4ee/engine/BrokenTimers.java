package flows4ee.engine;

import flows4ee.engine.error.EngineException;
import flows4ee.engine.error.EngineMessage;
import flows4ee.engine.error.EngineMessage.Kind;
import flows4ee.engine.error.StepFailedException;
import flows4ee.engine.execution.Call;
import flows4ee.engine.execution.StepLoop;
import flows4ee.engine.state.RetryableException;
import flows4ee.engine.state.StoreUnavailableException;
import flows4ee.engine.state.Timer;
import flows4ee.engine.state.TimerStatus;
import flows4ee.engine.state.TimerStore;
import flows4ee.engine.state.Transactions;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * What becomes of a timer whose firing fails outside its step: it is tried again after one lease,
 * then after two, and then it is broken, with its subflow and the instance in error. A lock or a
 * database that is not to be had does not count. The failures are counted with the timer, whichever
 * node they happen on.
 */
final class BrokenTimers {

  private static final Logger LOG = System.getLogger(BrokenTimers.class.getName());
  private static final int TRIES = 3;

  private final Transactions transactions;
  private final Calls calls;
  private final DueTimers.Claims claims;

  BrokenTimers(Transactions transactions, Calls calls, DueTimers.Claims claims) {
    this.transactions = transactions;
    this.calls = calls;
    this.claims = claims;
  }

  DueTimers.Claims claims() {
    return claims;
  }

  /** The firing of a claimed timer failed. */
  void failed(Timer timer, RuntimeException failure) {
    LOG.log(
        Level.WARNING, "timer " + timer.id() + " run " + timer.run() + " did not fire", failure);
    if (isPassing(failure)) {
      return;
    }
    try {
      countFailure(timer);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "timer " + timer.id() + " stays claimed for its lease", e);
    }
  }

  private void countFailure(Timer timer) {
    int count = transactions.call(transaction -> count(transaction.timers(), timer.key()));
    if (count >= TRIES) {
      calls.onInstance(
          timer.processId(),
          EngineMessage.PROCESS_LOCK_TIMEOUT,
          Caller.ENGINE,
          call -> DueTimers.findDue(call, timer.key()).ifPresent(due -> breakTimer(call, due)));
    }
  }

  private int count(TimerStore timers, Timer.Key timer) {
    int count = timers.countFailure(timer);
    if (count < TRIES) {
      timers.postpone(timer, claims.lease().multipliedBy(count));
    }
    return count;
  }

  private static void breakTimer(Call call, Timer timer) {
    call.state()
        .timers()
        .put(
            timer.with(
                row -> {
                  row.status = TimerStatus.BROKEN;
                  row.lastRun = call.now();
                }));
    StepLoop.fail(
        call,
        timer.subflowId(),
        new StepFailedException(
            EngineMessage.TIMER_BROKEN,
            timer.id(),
            timer.processId(),
            timer.subflowId(),
            timer.run()));
  }

  private static boolean isPassing(RuntimeException failure) {
    return failure instanceof RetryableException
        || failure instanceof StoreUnavailableException
        || failure instanceof EngineException refusal
            && (refusal.engineMessage().kind() == Kind.LOCKED
                || refusal.engineMessage().kind() == Kind.NOT_FOUND);
  }
}
