package flows4ee.engine.event;

import flows4ee.engine.execution.ElementBehavior;
import flows4ee.engine.execution.Execution;
import flows4ee.engine.execution.Trigger;
import flows4ee.engine.message.MessageSubscriptions;
import flows4ee.engine.model.EventDefinition;
import flows4ee.engine.model.ExpressionSet;
import flows4ee.engine.model.IntermediateCatchEvent;
import flows4ee.engine.state.IdKind;
import flows4ee.engine.state.SubflowStatus;

/**
 * Intermediate catch event: waits for a timer or a message; with no or an unsupported definition it
 * waits to be completed, like a plain task.
 */
public final class IntermediateCatchEventBehavior
    implements ElementBehavior<IntermediateCatchEvent> {

  private final TimerWait timerWait;
  private final MessageSubscriptions subscriptions;

  public IntermediateCatchEventBehavior(TimerWait timerWait, MessageSubscriptions subscriptions) {
    this.timerWait = timerWait;
    this.subscriptions = subscriptions;
  }

  @Override
  public Class<IntermediateCatchEvent> elementType() {
    return IntermediateCatchEvent.class;
  }

  @Override
  public void enter(IntermediateCatchEvent event, Execution execution) {
    if (event.definition() instanceof EventDefinition.Timer timer) {
      timerWait.begin(event, timer, execution);
    } else if (event.definition() instanceof EventDefinition.Message message) {
      subscriptions.open(
          execution.call().transaction().messages(),
          execution.state(),
          execution.call().nextId(IdKind.SUBSCRIPTION),
          execution.subflow(),
          event,
          message.message(),
          execution.scope());
      execution.waitAs(SubflowStatus.WAITING_FOR_MESSAGE);
    } else {
      execution.waitAs(SubflowStatus.RUNNING);
    }
  }

  @Override
  public void resume(IntermediateCatchEvent event, Execution execution, Trigger trigger) {
    execution.waitAs(SubflowStatus.RUNNING);
    execution.runExpressions(ExpressionSet.ON_EVENT);
    execution.leave();
  }
}
