package flows4ee.engine.walk;

import flows4ee.engine.ProcessEngine;
import flows4ee.engine.check.InstanceSnapshot;
import flows4ee.engine.state.Transactions;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * The engine that is walked through, with its store and its time.
 *
 * @param passTime lets time pass and fires what is due then
 */
public record WalkedEngine(
    ProcessEngine engine, Transactions transactions, Consumer<Duration> passTime) {

  /** Everything of an instance, read under its lock. */
  InstanceSnapshot read(long processId) {
    return transactions.call(
        t -> InstanceSnapshot.of(t.instances().findLocked(processId).orElseThrow()));
  }
}
