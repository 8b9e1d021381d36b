package flows4ee.engine;

import flows4ee.engine.error.EngineException;
import flows4ee.engine.error.EngineMessage;
import flows4ee.engine.model.BpmnProcess;
import flows4ee.engine.model.DiagramModel;
import flows4ee.engine.model.EventDefinition;
import flows4ee.engine.model.MessageDefinition;
import flows4ee.engine.model.Setting;
import flows4ee.engine.model.StartEvent;
import flows4ee.engine.state.IdKind;
import flows4ee.engine.state.MessageSubscription;
import flows4ee.engine.state.StoredDiagram;
import flows4ee.engine.state.Transaction;
import flows4ee.engine.variable.VariableFormats;
import java.time.Clock;

/** The subscriptions of message start events: open while their diagram is released. */
final class StartSubscriptions {

  private final Clock clock;

  StartSubscriptions(Clock clock) {
    this.clock = clock;
  }

  /**
   * Opens a subscription for each message start event directly in a process.
   *
   * @throws EngineException when another released diagram listens to the same message
   */
  void open(Transaction transaction, StoredDiagram diagram, DiagramModel model) {
    for (BpmnProcess process : model.processes()) {
      for (StartEvent start : model.startEventsIn(process.id())) {
        if (start.definition() instanceof EventDefinition.Message message) {
          open(transaction, diagram, start, message.message());
        }
      }
    }
  }

  private void open(
      Transaction transaction, StoredDiagram diagram, StartEvent start, MessageDefinition message) {
    String name = message.messageName().map(Setting::expression).orElse(null);
    if (name == null || name.isEmpty()) {
      return;
    }
    requireLength(name, MessageSubscription.MAX_TEXT);
    message
        .payloadVariable()
        .ifPresent(variable -> requireLength(variable, VariableFormats.MAX_NAME));
    transaction
        .messages()
        .find(name, null, null)
        .ifPresent(
            taken -> {
              throw new EngineException(EngineMessage.MESSAGE_START_TAKEN, name, taken.diagramId());
            });
    transaction
        .messages()
        .insert(
            new MessageSubscription(
                transaction.instances().nextId(IdKind.SUBSCRIPTION),
                name,
                null,
                null,
                null,
                null,
                null,
                diagram.id(),
                start.node().tag(),
                start.id(),
                message.payloadVariable().orElse(null),
                clock.instant()));
  }

  private static void requireLength(String text, int limit) {
    if (text.length() > limit) {
      throw new EngineException(EngineMessage.VALUE_TOO_LONG, limit);
    }
  }
}
