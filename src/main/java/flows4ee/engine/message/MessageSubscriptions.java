package flows4ee.engine.message;

import flows4ee.engine.error.EngineMessage;
import flows4ee.engine.error.StepFailedException;
import flows4ee.engine.expression.ExpressionScope;
import flows4ee.engine.expression.SettingValues;
import flows4ee.engine.model.FlowElement;
import flows4ee.engine.model.MessageDefinition;
import flows4ee.engine.model.Setting;
import flows4ee.engine.state.InstanceState;
import flows4ee.engine.state.MessageStore;
import flows4ee.engine.state.MessageSubscription;
import flows4ee.engine.state.Subflow;
import flows4ee.engine.variable.VariableFormats;
import java.util.Objects;
import java.util.Optional;

/** Opens the subscriptions of steps that wait for a message. */
public final class MessageSubscriptions {

  private final SettingValues settings;

  public MessageSubscriptions(SettingValues settings) {
    this.settings = settings;
  }

  /**
   * Opens a subscription.
   *
   * @param id id of the new subscription
   * @throws StepFailedException when name, key or value cannot be evaluated, are too long, or
   *     another step waits for the same message
   */
  public void open(
      MessageStore store,
      InstanceState state,
      long id,
      Subflow subflow,
      FlowElement catcher,
      MessageDefinition message,
      ExpressionScope scope) {
    var subscription =
        new MessageSubscription(
            id,
            text(message.messageName(), scope),
            text(message.correlationKey(), scope),
            text(message.correlationValue(), scope),
            state.id(),
            subflow.id(),
            subflow.stepKey(),
            null,
            catcher.node().tag(),
            catcher.id(),
            message.payloadVariable().map(MessageSubscriptions::checkedName).orElse(null),
            scope.now());
    requireFree(store, state, subscription);
    state.subscriptions().put(subscription);
  }

  private String text(Optional<Setting> setting, ExpressionScope scope) {
    var text = setting.flatMap(value -> settings.text(value, scope));
    text.ifPresent(given -> requireLength(given, MessageSubscription.MAX_TEXT));
    return text.orElse(null);
  }

  private static String checkedName(String variable) {
    requireLength(variable, VariableFormats.MAX_NAME);
    return variable;
  }

  private static void requireLength(String text, int limit) {
    if (text.length() > limit) {
      throw new StepFailedException(EngineMessage.VALUE_TOO_LONG, limit);
    }
  }

  private static void requireFree(
      MessageStore store, InstanceState state, MessageSubscription wanted) {
    boolean isTakenHere = state.subscriptions().any(other -> isSame(other, wanted));
    boolean isTakenElsewhere =
        store
            .find(wanted.messageName(), wanted.keyName(), wanted.keyValue())
            .filter(other -> !Objects.equals(other.processId(), state.id()))
            .isPresent();
    if (isTakenHere || isTakenElsewhere) {
      throw new StepFailedException(
          EngineMessage.MESSAGE_SUBSCRIPTION_TAKEN,
          wanted.messageName(),
          wanted.keyName(),
          wanted.keyValue());
    }
  }

  private static boolean isSame(MessageSubscription one, MessageSubscription other) {
    return Objects.equals(one.messageName(), other.messageName())
        && Objects.equals(one.keyName(), other.keyName())
        && Objects.equals(one.keyValue(), other.keyValue());
  }
}
