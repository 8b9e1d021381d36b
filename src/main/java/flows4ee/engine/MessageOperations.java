package flows4ee.engine;

import flows4ee.engine.error.EngineException;
import flows4ee.engine.error.EngineMessage;
import flows4ee.engine.execution.Call;
import flows4ee.engine.state.IdKind;
import flows4ee.engine.state.LockTimeoutException;
import flows4ee.engine.state.MessageDelivery;
import flows4ee.engine.state.MessageSubscription;
import flows4ee.engine.state.ReceivedMessage;
import flows4ee.engine.state.Transaction;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Correlates messages from outside. All messages of a call are accepted in one transaction, or
 * none; their receivers go on after it.
 */
final class MessageOperations {

  private final Calls calls;
  private final AcceptedMessages acceptedMessages;
  private final StartedByMessage starts;

  MessageOperations(Calls calls, AcceptedMessages acceptedMessages, StartedByMessage starts) {
    this.calls = calls;
    this.acceptedMessages = acceptedMessages;
    this.starts = starts;
  }

  void receive(List<IncomingMessage> messages, Caller caller) {
    try {
      if (messages.size() == 1 && !isStart(messages.get(0))) {
        receiveOne(messages.get(0), caller);
      } else {
        calls.inTransaction(transaction -> acceptAll(transaction, messages, caller));
      }
    } catch (BatchFailedException e) {
      e.failures().forEach((index, failure) -> logUncorrelated(messages.get(index), failure));
      throw e;
    }
  }

  private void logUncorrelated(IncomingMessage message, EngineException failure) {
    if (failure.engineMessage() == EngineMessage.MESSAGE_NOT_CORRELATED
        && calls.services().settings().isReceivedMessageLogged()) {
      Instant now = calls.services().clock().instant();
      calls.apart(transaction -> transaction.messages().log(entry(message, null, now)));
    }
  }

  /** A single message is handled by its receiver in the same transaction. */
  private void receiveOne(IncomingMessage message, Caller caller) {
    try {
      calls.onSubscription(
          transaction -> find(transaction, message),
          caller,
          (call, subscription) -> take(call, subscription, message));
    } catch (EngineException e) {
      throw new BatchFailedException(Map.of(0, e));
    }
  }

  private void take(Call call, MessageSubscription subscription, IncomingMessage message) {
    consume(call.transaction(), subscription);
    log(call.transaction(), subscription, message, call.now());
    acceptedMessages.handOrKeep(
        call, delivery(call.transaction(), subscription, message, call.now()));
  }

  private Set<Long> acceptAll(
      Transaction transaction, List<IncomingMessage> messages, Caller caller) {
    var receivers = new LinkedHashSet<Long>();
    for (int i = 0; i < messages.size(); i++) {
      try {
        receivers.addAll(accept(transaction, messages.get(i), caller));
      } catch (EngineException e) {
        throw new BatchFailedException(Map.of(i, e));
      }
    }
    return receivers;
  }

  private Set<Long> accept(Transaction transaction, IncomingMessage message, Caller caller) {
    Instant now = calls.services().clock().instant();
    var subscription = find(transaction, message);
    log(transaction, subscription, message, now);
    if (subscription.isStart()) {
      return Set.of(starts.accept(transaction, subscription, message.payload(), caller.name()));
    }
    consume(transaction, subscription);
    transaction.messages().accept(delivery(transaction, subscription, message, now));
    return Set.of(subscription.processId());
  }

  private static MessageSubscription find(Transaction transaction, IncomingMessage message) {
    return transaction
        .messages()
        .find(message.name(), message.key(), message.value())
        .orElseThrow(() -> new EngineException(EngineMessage.MESSAGE_NOT_CORRELATED));
  }

  private static void consume(Transaction transaction, MessageSubscription subscription) {
    try {
      if (!transaction.messages().consume(subscription.id())) {
        throw new EngineException(EngineMessage.MESSAGE_NOT_CORRELATED);
      }
    } catch (LockTimeoutException e) {
      throw new EngineException(e, EngineMessage.MESSAGE_SUBSCRIPTION_LOCKED);
    }
  }

  private static MessageDelivery delivery(
      Transaction transaction,
      MessageSubscription subscription,
      IncomingMessage message,
      Instant now) {
    return new MessageDelivery(
        transaction.instances().nextId(IdKind.DELIVERY),
        subscription.processId(),
        subscription.subflowId(),
        subscription.stepKey(),
        subscription.eventId(),
        subscription.payloadVariable(),
        message.payload(),
        now);
  }

  private void log(
      Transaction transaction,
      MessageSubscription subscription,
      IncomingMessage message,
      Instant now) {
    if (calls.services().settings().isReceivedMessageLogged()) {
      transaction.messages().log(entry(message, subscription, now));
    }
  }

  /** The log entry of a message; without a subscription nobody waited for it. */
  private static ReceivedMessage entry(
      IncomingMessage message, MessageSubscription subscription, Instant now) {
    return new ReceivedMessage(
        message.name(),
        message.key(),
        message.value(),
        message.payload(),
        subscription == null ? null : subscription.processId(),
        subscription == null ? null : subscription.subflowId(),
        now,
        subscription != null,
        subscription == null ? EngineMessage.MESSAGE_NOT_CORRELATED.key() : null);
  }

  private static boolean isStart(IncomingMessage message) {
    return message.key() == null && message.value() == null;
  }
}
