package flows4ee.engine.execution;

import flows4ee.engine.error.EngineMessage;
import flows4ee.engine.error.StepFailedException;
import flows4ee.engine.message.MessageSubscriptions;
import flows4ee.engine.model.BoundaryEvent;
import flows4ee.engine.model.CallActivity;
import flows4ee.engine.model.EventDefinition;
import flows4ee.engine.model.ExpressionSet;
import flows4ee.engine.model.FlowElement;
import flows4ee.engine.model.PlainTask;
import flows4ee.engine.model.ReceiveTask;
import flows4ee.engine.model.SubProcess;
import flows4ee.engine.model.UserTask;
import flows4ee.engine.state.IdKind;
import flows4ee.engine.state.Subflow;
import flows4ee.engine.state.SubflowStatus;
import flows4ee.engine.timer.Timers;
import java.util.List;

/**
 * Arms the timer and message boundary events of an activity when it is entered, and disarms them
 * when it is left. Error and escalation events need no arming.
 */
public final class BoundaryEvents {

  private final Timers timers;
  private final MessageSubscriptions subscriptions;

  public BoundaryEvents(Timers timers, MessageSubscriptions subscriptions) {
    this.timers = timers;
    this.subscriptions = subscriptions;
  }

  /** Arms the boundary events of the activity a subflow stands at. */
  void arm(Execution execution) {
    if (!isGuarded(execution.element())) {
      return;
    }
    var events =
        execution.model().boundaryEventsOf(execution.element().id()).stream()
            .filter(BoundaryEvents::isArmed)
            .toList();
    requireOneInterruptingTimer(events);
    events.forEach(event -> arm(event, execution));
  }

  /** Ends all that waits at the boundary of the activity a subflow leaves. */
  void disarm(Execution execution) {
    var subflow = execution.subflow();
    if (!subflow.hasAnyEvents()) {
      return;
    }
    var state = execution.state();
    Timers.terminate(state, subflow.id(), timer -> true);
    state.subscriptions().removeWhere(open -> open.subflowId() == subflow.id());
    waitingChildren(execution).forEach(child -> state.removeSubflow(child.id()));
    state.changeSubflow(subflow.id(), row -> row.hasEvents = null);
  }

  private void arm(BoundaryEvent event, Execution execution) {
    execution.runExpressionsOf(event, ExpressionSet.BEFORE_EVENT);
    var waiting = event.isInterrupting() ? execution.subflow() : waitingChild(event, execution);
    char kind = event.isInterrupting() ? 'I' : 'N';
    char place = event.isInterrupting() ? 'S' : 'C';
    if (event.definition() instanceof EventDefinition.Timer timer) {
      timers.arm(
          execution.state(),
          execution.call().nextId(IdKind.TIMER),
          waiting,
          null,
          event.id(),
          timer,
          execution.scope());
      mark(execution, ":" + place + kind + "T");
    } else if (event.definition() instanceof EventDefinition.Message message) {
      subscriptions.open(
          execution.call().transaction().messages(),
          execution.state(),
          execution.call().nextId(IdKind.SUBSCRIPTION),
          waiting,
          event,
          message.message(),
          execution.scope());
      mark(execution, ":" + place + kind + "M");
    }
  }

  /** The child subflow that waits at a non-interrupting event. */
  private static Subflow waitingChild(BoundaryEvent event, Execution execution) {
    var status =
        event.definition() instanceof EventDefinition.Timer
            ? SubflowStatus.WAITING_FOR_TIMER
            : SubflowStatus.WAITING_FOR_MESSAGE;
    return execution.bear(event, event.id(), "from boundary event - run 1", status);
  }

  private static List<Subflow> waitingChildren(Execution execution) {
    var events = execution.model().boundaryEventsOf(execution.element().id());
    return execution
        .state()
        .subflows()
        .where(
            child ->
                child.isChildOf(execution.subflow().id())
                    && isWaitingStatus(child.status())
                    && events.stream().anyMatch(event -> event.id().equals(child.current())));
  }

  private static boolean isWaitingStatus(SubflowStatus status) {
    return status == SubflowStatus.WAITING_FOR_TIMER || status == SubflowStatus.WAITING_FOR_MESSAGE;
  }

  private static void mark(Execution execution, String mark) {
    execution
        .state()
        .changeSubflow(
            execution.subflow().id(),
            row -> row.hasEvents = row.hasEvents == null ? mark : row.hasEvents + mark);
  }

  private static boolean isGuarded(FlowElement element) {
    return element instanceof PlainTask
        || element instanceof UserTask
        || element instanceof ReceiveTask
        || element instanceof SubProcess
        || element instanceof CallActivity;
  }

  private static boolean isArmed(BoundaryEvent event) {
    return event.definition() instanceof EventDefinition.Timer
        || event.definition() instanceof EventDefinition.Message;
  }

  private static void requireOneInterruptingTimer(List<BoundaryEvent> events) {
    long timers =
        events.stream()
            .filter(BoundaryEvent::isInterrupting)
            .filter(event -> event.definition() instanceof EventDefinition.Timer)
            .count();
    if (timers > 1) {
      throw new StepFailedException(EngineMessage.BOUNDARY_TOO_MANY, "bpmn:timerEventDefinition");
    }
  }
}
