package flows4ee.engine.state;

import java.util.function.Function;

/** Where the engine gets its transactions. */
public interface Transactions {

  /** Begins a transaction, or joins the one that the calling thread has open already. */
  Transaction begin();

  /** Begins a transaction of its own, whatever the calling thread has open. */
  Transaction beginApart();

  /** Runs work in one transaction and commits it. */
  default <T> T call(Function<Transaction, T> work) {
    try (var transaction = begin()) {
      T result = work.apply(transaction);
      transaction.commit();
      return result;
    }
  }
}
