package flows4ee.engine.message;

import flows4ee.engine.error.EngineMessage;
import flows4ee.engine.error.StepFailedException;
import flows4ee.engine.expression.ExpressionScope;
import flows4ee.engine.expression.SettingValues;
import flows4ee.engine.model.MessageDefinition;
import flows4ee.engine.model.Setting;
import flows4ee.engine.state.InstanceState;
import flows4ee.engine.state.LockTimeoutException;
import flows4ee.engine.state.MessageDelivery;
import flows4ee.engine.state.MessageStore;
import flows4ee.engine.state.MessageSubscription;
import flows4ee.engine.state.OutgoingMessage;
import flows4ee.engine.state.ReceivedMessage;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Sends the message of a step: finds the waiting step, consumes its subscription and leaves the
 * message for it, all with the changes of the sender.
 */
public final class MessageSender {

  private static final String LOCAL = "local";

  private final SettingValues settings;

  public MessageSender(SettingValues settings) {
    this.settings = settings;
  }

  /**
   * Sends a message.
   *
   * @param ids supplies the id of the delivery
   * @throws NotCorrelatedException when nobody waits for it
   * @throws StepFailedException when the endpoint is not local
   */
  public OutgoingMessage send(
      MessageStore store,
      InstanceState state,
      LongSupplier ids,
      MessageDefinition message,
      ExpressionScope scope) {
    requireLocal(message, scope);
    var unclaimed = unclaimed(message, scope);
    var subscription = find(store, state, unclaimed);
    var delivery = delivery(subscription, ids.getAsLong(), unclaimed.payload(), scope);
    var sent = new OutgoingMessage(subscription, delivery);
    state.outbox().put(sent);
    if (!subscription.isStart() && subscription.processId() == state.id()) {
      state.subscriptions().remove(subscription.id());
    }
    return sent;
  }

  private static boolean isSentAlready(InstanceState state, MessageSubscription found) {
    return state.outbox().any(sent -> sent.subscription().id() == found.id());
  }

  private void requireLocal(MessageDefinition message, ExpressionScope scope) {
    String endpoint = text(message.endpoint(), scope);
    if (!LOCAL.equals(endpoint)) {
      throw new StepFailedException(EngineMessage.MESSAGE_ENDPOINT_UNSUPPORTED, endpoint);
    }
  }

  /** The message as it is logged when nobody waits for it. */
  private ReceivedMessage unclaimed(MessageDefinition message, ExpressionScope scope) {
    return new ReceivedMessage(
        text(message.messageName(), scope),
        text(message.correlationKey(), scope),
        text(message.correlationValue(), scope),
        payload(message, scope),
        null,
        null,
        scope.now(),
        false,
        EngineMessage.MESSAGE_NOT_CORRELATED.key());
  }

  private static MessageSubscription find(
      MessageStore store, InstanceState state, ReceivedMessage message) {
    try {
      return store
          .findLocked(message.messageName(), message.keyName(), message.keyValue())
          .filter(found -> found.isStart() || !isSentAlready(state, found))
          .filter(found -> isStillOpen(state, found))
          .or(() -> findHere(state, message))
          .orElseThrow(() -> new NotCorrelatedException(message));
    } catch (LockTimeoutException e) {
      throw new StepFailedException(e, EngineMessage.MESSAGE_SUBSCRIPTION_LOCKED);
    }
  }

  /** A subscription of this instance that was read may have been closed in this call. */
  private static boolean isStillOpen(InstanceState state, MessageSubscription found) {
    return found.isStart()
        || found.processId() != state.id()
        || state.subscriptions().find(found.id()).isPresent();
  }

  /** A subscription opened in this call is not stored yet. */
  private static Optional<MessageSubscription> findHere(
      InstanceState state, ReceivedMessage message) {
    return state.subscriptions().inserted().stream()
        .filter(open -> Objects.equals(open.messageName(), message.messageName()))
        .filter(open -> Objects.equals(open.keyName(), message.keyName()))
        .filter(open -> Objects.equals(open.keyValue(), message.keyValue()))
        .findFirst();
  }

  private static MessageDelivery delivery(
      MessageSubscription subscription, long id, String payload, ExpressionScope scope) {
    return new MessageDelivery(
        id,
        subscription.isStart() ? 0 : subscription.processId(),
        subscription.isStart() ? 0 : subscription.subflowId(),
        subscription.stepKey(),
        subscription.eventId(),
        subscription.payloadVariable(),
        payload,
        scope.now());
  }

  private String payload(MessageDefinition message, ExpressionScope scope) {
    return message.payload().flatMap(value -> settings.longText(value, scope)).orElse(null);
  }

  private String text(Optional<Setting> setting, ExpressionScope scope) {
    return setting.flatMap(value -> settings.text(value, scope)).orElse(null);
  }
}
