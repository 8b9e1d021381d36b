package flows4ee.engine;

import flows4ee.engine.state.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Picks up accepted messages whose call ended before their receiver handled them. */
public final class WaitingWork {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int BATCH = 50;

  private final Transactions transactions;
  private final Calls calls;
  private final Clock clock;

  WaitingWork(Transactions transactions, Calls calls, Clock clock) {
    this.transactions = transactions;
    this.calls = calls;
    this.clock = clock;
  }

  /** Lets the receivers go on; those of suspended instances stay. */
  public void handle() {
    List<Long> receivers =
        transactions.call(
            transaction ->
                transaction
                    .messages()
                    .findWaitingDeliveries(clock.instant().minus(PATIENCE), BATCH));
    receivers.forEach(calls::deliver);
  }
}
