package flows4ee.engine;

import flows4ee.engine.error.EngineException;
import flows4ee.engine.error.EngineMessage;
import flows4ee.engine.execution.Call;
import flows4ee.engine.execution.MessageStarts;
import flows4ee.engine.model.StartEvent;
import flows4ee.engine.model.VariableValue;
import flows4ee.engine.state.MessageSubscription;
import flows4ee.engine.state.OutgoingMessage;
import flows4ee.engine.state.Transaction;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Creates and starts the instance of a released diagram whose start event waits for a message. */
final class StartedByMessage implements MessageStarts {

  private InstanceCreation creation;
  private InstanceStart start;

  /** Completes the wiring: creation and start need the services that hold this object. */
  void use(InstanceCreation creation, InstanceStart start) {
    this.creation = creation;
    this.start = start;
  }

  @Override
  public void start(Call sender, OutgoingMessage message) {
    start(sender.transaction(), message.subscription(), message.delivery().payload(), sender.user())
        .forEach(sender::notifyLater);
  }

  /** Gives the instances that have accepted messages to handle after the commit. */
  Set<Long> start(
      Transaction transaction, MessageSubscription subscription, String payload, String user) {
    var diagram =
        transaction
            .diagrams()
            .findShared(subscription.diagramId())
            .orElseThrow(
                () ->
                    new EngineException(EngineMessage.DIAGRAM_NOT_FOUND, subscription.diagramId()));
    var model = creation.model(diagram);
    var event = (StartEvent) model.element(subscription.eventId());
    var call =
        creation.create(
            transaction,
            diagram,
            model.processOf(event),
            Optional.empty(),
            OptionalInt.empty(),
            user);
    if (subscription.payloadVariable() != null && payload != null && !payload.isEmpty()) {
      call.variables()
          .replace(0, subscription.payloadVariable(), VariableValue.clob(payload), null, null);
    }
    start.startAt(call, event);
    call.flush();
    return call.receivers();
  }
}
