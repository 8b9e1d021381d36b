package flows4ee.engine.state;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Subscriptions and accepted messages across instances, within one transaction. */
public interface MessageStore {

  /** The subscription of exactly that message, key and value; nulls match nulls. */
  Optional<MessageSubscription> find(String messageName, String keyName, String keyValue);

  /**
   * As {@link #find}, holding the row until the end of the transaction.
   *
   * @throws LockTimeoutException when another call is consuming it
   */
  Optional<MessageSubscription> findLocked(String messageName, String keyName, String keyValue);

  /**
   * Deletes a subscription of a step.
   *
   * @return whether it was still there
   * @throws LockTimeoutException when another call is consuming it
   */
  boolean consume(long subscriptionId);

  /** Adds start subscriptions of a released diagram. */
  void insert(MessageSubscription subscription);

  void deleteStartSubscriptions(long diagramId);

  List<MessageSubscription> findStartSubscriptions(long diagramId);

  /** Stores an accepted message until the receiving instance handles it. */
  void accept(MessageDelivery delivery);

  /** Instances with accepted messages older than a moment that nobody handled. */
  List<Long> findWaitingDeliveries(Instant acceptedBefore, int limit);

  void log(ReceivedMessage message);
}
