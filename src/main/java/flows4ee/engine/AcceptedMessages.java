package flows4ee.engine;

import flows4ee.engine.error.EngineException;
import flows4ee.engine.error.EngineMessage;
import flows4ee.engine.execution.Call;
import flows4ee.engine.execution.History;
import flows4ee.engine.execution.StepLoop;
import flows4ee.engine.execution.Trigger;
import flows4ee.engine.model.BoundaryEvent;
import flows4ee.engine.model.VariableValue;
import flows4ee.engine.state.MessageDelivery;
import flows4ee.engine.state.ProcessStatus;
import flows4ee.engine.state.Subflow;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/** Lets a locked instance handle the messages that were accepted for it, oldest first. */
final class AcceptedMessages implements Consumer<Call> {

  private final StepLoop loop;
  private final InstanceStart start;

  AcceptedMessages(StepLoop loop, InstanceStart start) {
    this.loop = loop;
    this.start = start;
  }

  /** While the instance is suspended its messages wait. */
  @Override
  public void accept(Call call) {
    if (call.state().instance().status() == ProcessStatus.SUSPENDED) {
      return;
    }
    for (var delivery : call.state().deliveries().all()) {
      call.state().deliveries().remove(delivery.id());
      if (delivery.isStart()) {
        start(call, delivery);
      } else {
        receiver(call, delivery).ifPresent(subflow -> hand(call, subflow, delivery));
      }
    }
  }

  private void start(Call call, MessageDelivery delivery) {
    if (call.state().instance().status() == ProcessStatus.CREATED) {
      start.startLater(call, delivery.eventId());
    }
  }

  /** Hands a message over at once, or keeps it while the instance is suspended. */
  void handOrKeep(Call call, MessageDelivery delivery) {
    if (call.state().instance().status() == ProcessStatus.SUSPENDED) {
      call.state().deliveries().put(delivery);
      receiver(call, delivery)
          .ifPresent(
              subflow -> call.history().step(subflow, History.ROUTINE, "message enqueued", null));
      return;
    }
    var subflow =
        receiver(call, delivery)
            .orElseThrow(() -> new EngineException(EngineMessage.MESSAGE_NO_LONGER_CURRENT));
    hand(call, subflow, delivery);
  }

  private void hand(Call call, Subflow subflow, MessageDelivery delivery) {
    boolean isKept = delivery.payloadVariable() != null && delivery.payload() != null;
    if (isKept && !delivery.payload().isEmpty()) {
      call.variables()
          .replace(
              subflow.scope(),
              delivery.payloadVariable(),
              VariableValue.clob(delivery.payload()),
              subflow,
              null);
    }
    call.history().step(subflow, History.ROUTINE, "message dequeued", null);
    loop.resumeLater(call, subflow.id(), new Trigger.MessageReceived(delivery.eventId()));
  }

  /** A step that was left in the meantime does not take the message any more. */
  private static Optional<Subflow> receiver(Call call, MessageDelivery delivery) {
    return call.state()
        .subflows()
        .find(delivery.subflowId())
        .filter(subflow -> Objects.equals(subflow.stepKey(), delivery.stepKey()))
        .filter(subflow -> isAt(call, subflow, delivery.eventId()));
  }

  private static boolean isAt(Call call, Subflow subflow, String eventId) {
    return eventId.equals(subflow.current())
        || call.model(subflow.diagramId())
            .find(eventId)
            .filter(BoundaryEvent.class::isInstance)
            .map(BoundaryEvent.class::cast)
            .filter(event -> event.attachedTo().equals(subflow.current()))
            .isPresent();
  }
}
