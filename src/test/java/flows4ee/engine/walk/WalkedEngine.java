package flows4ee.engine.walk;

import flows4ee.engine.ProcessEngine;
import flows4ee.engine.check.InstanceSnapshot;
import flows4ee.engine.state.LockTimeoutException;
import flows4ee.engine.state.Transaction;
import flows4ee.engine.state.Transactions;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The engine that is walked through, with its store and its time.
 *
 * @param passTime lets time pass and fires what is due then
 */
public record WalkedEngine(
    ProcessEngine engine, Transactions transactions, Consumer<Duration> passTime) {

  private static final int TRIES = 10;

  /** Everything of an instance, read under its lock. */
  InstanceSnapshot read(long processId) {
    return call(
        transactions, t -> InstanceSnapshot.of(t.instances().findLocked(processId).orElseThrow()));
  }

  /** Works in a transaction, again while another walker holds what is to be locked. */
  public static <T> T call(Transactions transactions, Function<Transaction, T> work) {
    for (int attempt = 1; ; attempt++) {
      try {
        return transactions.call(work);
      } catch (LockTimeoutException e) {
        if (attempt == TRIES) {
          throw e;
        }
      }
    }
  }
}
