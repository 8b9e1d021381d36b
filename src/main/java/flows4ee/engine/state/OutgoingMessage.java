package flows4ee.engine.state;

/**
 * A message a step has sent: the subscription it consumes, locked since it was found, and what the
 * receiver will handle. Both take effect when the sender's changes are flushed.
 */
public record OutgoingMessage(MessageSubscription subscription, MessageDelivery delivery) {

  /** Its entry in the log of received messages. */
  public ReceivedMessage received() {
    return new ReceivedMessage(
        subscription.messageName(),
        subscription.keyName(),
        subscription.keyValue(),
        delivery.payload(),
        subscription.processId(),
        subscription.subflowId(),
        delivery.created(),
        true,
        null);
  }
}
