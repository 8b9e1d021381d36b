package flows4ee.engine.state;

/**
 * A message a step has sent: the subscription it consumes, locked since it was found, and what the
 * receiver will handle. Both take effect when the sender's changes are flushed.
 */
public record OutgoingMessage(MessageSubscription subscription, MessageDelivery delivery) {}
