package flows4ee.engine;

import flows4ee.engine.error.EngineException;
import flows4ee.engine.error.EngineMessage;
import flows4ee.engine.error.StepFailedException;
import flows4ee.engine.execution.Call;
import flows4ee.engine.execution.History;
import flows4ee.engine.execution.Services;
import flows4ee.engine.message.NotCorrelatedException;
import flows4ee.engine.state.InstanceState;
import flows4ee.engine.state.LockTimeoutException;
import flows4ee.engine.state.MessageSubscription;
import flows4ee.engine.state.RetryableException;
import flows4ee.engine.state.Subflow;
import flows4ee.engine.state.Transaction;
import flows4ee.engine.state.Transactions;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * How every use case runs: lock the instance, work, flush, commit, then let the receivers of its
 * messages go on. A transaction that the database gave up is tried again.
 */
final class Calls {

  private static final Logger LOG = System.getLogger(Calls.class.getName());
  private static final int TRIES = 4;
  private static final long FIRST_PAUSE_NANOS = 20_000_000;

  private final Transactions transactions;
  private final Services services;
  private final Consumer<Call> deliveries;

  /**
   * Makes the runner.
   *
   * @param deliveries what an instance with accepted messages does with them
   */
  Calls(Transactions transactions, Services services, Consumer<Call> deliveries) {
    this.transactions = transactions;
    this.services = services;
    this.deliveries = deliveries;
  }

  Services services() {
    return services;
  }

  /** Works on an instance; the message tells of a lock not obtained. */
  void onInstance(long processId, EngineMessage locked, Caller caller, Consumer<Call> work) {
    drain(run(byId(processId), new Locking(locked, processId), caller, call -> null, work));
  }

  /** Works on the instance of a subflow. */
  void onSubflow(
      long subflowId, EngineMessage locked, Caller caller, BiConsumer<Call, Subflow> work) {
    drain(
        run(
            bySubflow(subflowId),
            new Locking(locked, subflowId),
            caller,
            call -> call.state().subflow(subflowId),
            call -> work.accept(call, call.state().subflow(subflowId))));
  }

  /** Works on the instance whose step holds a message subscription. */
  void onSubscription(
      Function<Transaction, MessageSubscription> finder,
      Caller caller,
      BiConsumer<Call, MessageSubscription> work) {
    var found = new AtomicReference<MessageSubscription>();
    drain(
        run(
            transaction -> {
              found.set(finder.apply(transaction));
              return byId(found.get().processId()).apply(transaction);
            },
            new Locking(EngineMessage.MESSAGE_SUBSCRIPTION_LOCKED, 0),
            caller,
            call -> null,
            call -> work.accept(call, found.get())));
  }

  /** Works in a transaction that begins with no instance locked; gives the receivers to notify. */
  void inTransaction(Function<Transaction, Set<Long>> work) {
    drain(retrying(() -> transactions.call(work)));
  }

  /** Works in a transaction of its own, whatever becomes of the call. */
  void apart(Consumer<Transaction> work) {
    try (var apart = transactions.beginApart()) {
      work.accept(apart);
      apart.commit();
    }
  }

  /** Lets an instance handle its accepted messages. */
  void deliver(long processId) {
    drain(Set.of(processId));
  }

  private void drain(Set<Long> receivers) {
    var waiting = new ArrayDeque<>(receivers);
    while (!waiting.isEmpty()) {
      waiting.addAll(deliverTo(waiting.poll()));
    }
  }

  /** What fails here is still stored, and the background run tries again. */
  private Set<Long> deliverTo(long processId) {
    try {
      var locking = new Locking(EngineMessage.PROCESS_LOCK_TIMEOUT, processId);
      return run(byId(processId), locking, Caller.ENGINE, call -> null, deliveries);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "messages of process instance " + processId + " wait", e);
      return Set.of();
    }
  }

  private Set<Long> run(
      Function<Transaction, InstanceState> locker,
      Locking locking,
      Caller caller,
      Function<Call, Subflow> focus,
      Consumer<Call> work) {
    return retrying(
        () -> {
          try (var transaction = transactions.begin()) {
            var state = lock(() -> locker.apply(transaction), locking);
            var call = new Call(transaction, state, services, caller.name());
            return commit(call, focus.apply(call), locking, work);
          }
        });
  }

  private Set<Long> commit(Call call, Subflow focus, Locking locking, Consumer<Call> work) {
    try {
      return lock(
          () -> {
            work.accept(call);
            call.flush();
            call.transaction().commit();
            return call.receivers();
          },
          locking);
    } catch (StepFailedException e) {
      logFailure(call, focus, e);
      if (e instanceof NotCorrelatedException lost) {
        logUncorrelated(lost);
      }
      throw e;
    }
  }

  /** A message that nobody waits for is logged though the step that sent it is undone. */
  private void logUncorrelated(NotCorrelatedException failure) {
    if (services.settings().isReceivedMessageLogged()) {
      apart(transaction -> transaction.messages().log(failure.received()));
    }
  }

  /** The entry of a failed own step survives the roll-back in a transaction of its own. */
  void logFailure(Call call, Subflow focus, StepFailedException failure) {
    if (call.state().instances().inserted().isEmpty()
        && call.state().instance().loggingLevel() >= History.ABNORMAL) {
      var event = call.history().failure(focus, failure);
      apart(transaction -> transaction.instances().append(List.of(event)));
    }
  }

  private static Function<Transaction, InstanceState> byId(long processId) {
    return transaction ->
        transaction
            .instances()
            .findLocked(processId)
            .orElseThrow(() -> new EngineException(EngineMessage.PROCESS_NOT_FOUND, processId));
  }

  private static Function<Transaction, InstanceState> bySubflow(long subflowId) {
    return transaction ->
        transaction
            .instances()
            .findLockedBySubflow(subflowId)
            .filter(state -> state.subflows().find(subflowId).isPresent())
            .orElseThrow(() -> new EngineException(EngineMessage.SUBFLOW_NOT_FOUND, subflowId));
  }

  private static <T> T lock(Supplier<T> locker, Locking locking) {
    try {
      return locker.get();
    } catch (LockTimeoutException e) {
      throw new EngineException(e, locking.message(), locking.id());
    }
  }

  private <T> T retrying(Supplier<T> work) {
    long pause = FIRST_PAUSE_NANOS;
    for (int attempt = 1; ; attempt++) {
      try {
        return work.get();
      } catch (RetryableException e) {
        if (attempt == TRIES) {
          throw e;
        }
        LockSupport.parkNanos((long) (pause * services.random().nextDouble(0.5, 1.5)));
        pause *= 4;
      }
    }
  }

  /** What to tell when a lock is not obtained. */
  private record Locking(EngineMessage message, long id) {}
}
