package flows4ee.engine;

import flows4ee.engine.error.EngineMessage;
import flows4ee.engine.execution.Call;
import flows4ee.engine.execution.StepLoop;
import flows4ee.engine.state.ProcessStatus;
import flows4ee.engine.state.Subflow;
import flows4ee.engine.state.SubflowStatus;
import flows4ee.engine.state.Transactions;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/**
 * Goes on with steps that were planned when a server stopped between two commits of one call. Steps
 * of suspended instances stay.
 */
public final class StrandedSteps {

  private static final Logger LOG = System.getLogger(StrandedSteps.class.getName());
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int BATCH = 50;

  private final Transactions transactions;
  private final Calls calls;
  private final StepLoop loop;
  private final Clock clock;

  StrandedSteps(Transactions transactions, Calls calls, StepLoop loop, Clock clock) {
    this.transactions = transactions;
    this.calls = calls;
    this.loop = loop;
    this.clock = clock;
  }

  /** Looks at one batch of instances with steps that should have begun minutes ago. */
  public void handle() {
    List<Long> stranded =
        transactions.call(
            transaction ->
                transaction.instances().findStranded(clock.instant().minus(PATIENCE), BATCH));
    stranded.forEach(this::goOnSafely);
  }

  /** A call that is at work on the instance holds its lock: nothing of it is stranded. */
  private void goOnSafely(long processId) {
    try {
      calls.onInstance(processId, EngineMessage.PROCESS_LOCK_TIMEOUT, Caller.ENGINE, this::goOn);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "steps of process instance " + processId + " stay planned", e);
    }
  }

  private void goOn(Call call) {
    var status = call.state().instance().status();
    if (status != ProcessStatus.RUNNING && status != ProcessStatus.ERROR) {
      return;
    }
    var before = clock.instant().minus(PATIENCE);
    Predicate<Subflow> isStranded =
        step -> step.status() == SubflowStatus.CREATED && step.becameCurrent().isBefore(before);
    for (var step : call.state().subflows().where(isStranded)) {
      if (call.state().subflows().find(step.id()).filter(isStranded).isPresent()) {
        loop.goOn(call, step.id());
      }
    }
  }
}
