package flows4ee.engine;

import flows4ee.engine.error.EngineException;
import flows4ee.engine.error.EngineMessage;
import flows4ee.engine.execution.Call;
import flows4ee.engine.execution.MessageStarts;
import flows4ee.engine.model.VariableValue;
import flows4ee.engine.state.IdKind;
import flows4ee.engine.state.MessageDelivery;
import flows4ee.engine.state.MessageSubscription;
import flows4ee.engine.state.OutgoingMessage;
import flows4ee.engine.state.Transaction;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Creates the instance of a released diagram whose start event waits for a message. It starts in a
 * transaction of its own, so what fails then stays with it.
 */
final class StartedByMessage implements MessageStarts {

  private InstanceCreation creation;

  /** Completes the wiring: creation needs the services that hold this object. */
  void use(InstanceCreation creation) {
    this.creation = creation;
  }

  @Override
  public Call create(Call sender, OutgoingMessage message) {
    return create(
        sender.transaction(), message.subscription(), message.delivery().payload(), sender.user());
  }

  /** Creates the instance for a message from outside; gives its id, to start after the commit. */
  long accept(
      Transaction transaction, MessageSubscription subscription, String payload, String user) {
    var call = create(transaction, subscription, payload, user);
    long processId = call.state().id();
    call.flush();
    transaction
        .messages()
        .accept(
            MessageDelivery.ofStart(
                call.nextId(IdKind.DELIVERY), processId, subscription.eventId(), call.now()));
    return processId;
  }

  private Call create(
      Transaction transaction, MessageSubscription subscription, String payload, String user) {
    var diagram =
        transaction
            .diagrams()
            .findShared(subscription.diagramId())
            .orElseThrow(
                () ->
                    new EngineException(EngineMessage.DIAGRAM_NOT_FOUND, subscription.diagramId()));
    var model = creation.model(diagram);
    var process = model.processOf(model.element(subscription.eventId()));
    var call =
        creation.create(transaction, diagram, process, Optional.empty(), OptionalInt.empty(), user);
    if (subscription.payloadVariable() != null && payload != null && !payload.isEmpty()) {
      call.variables()
          .replace(0, subscription.payloadVariable(), VariableValue.clob(payload), null, null);
    }
    return call;
  }
}
