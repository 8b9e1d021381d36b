package flows4ee.engine.event;

import flows4ee.engine.execution.BoundaryCatch;
import flows4ee.engine.execution.ElementBehavior;
import flows4ee.engine.execution.Execution;
import flows4ee.engine.execution.Trigger;
import flows4ee.engine.message.MessageSender;
import flows4ee.engine.model.EndEvent;
import flows4ee.engine.model.EventDefinition;
import flows4ee.engine.model.ExpressionSet;

/** End event: plain, message, error, escalation or terminate. */
public final class EndEventBehavior implements ElementBehavior<EndEvent> {

  private final MessageSender sender;

  public EndEventBehavior(MessageSender sender) {
    this.sender = sender;
  }

  @Override
  public Class<EndEvent> elementType() {
    return EndEvent.class;
  }

  @Override
  public void enter(EndEvent event, Execution execution) {
    execution.runExpressions(ExpressionSet.ON_EVENT);
    if (event.definition() instanceof EventDefinition.Terminate terminate) {
      terminate(terminate, execution);
    } else if (event.definition() instanceof EventDefinition.Error error) {
      raise(error, execution);
    } else if (event.definition() instanceof EventDefinition.Escalation escalation) {
      escalate(escalation, execution);
    } else {
      send(event, execution);
      execution.logCompleted(null, null);
      execution.end();
    }
  }

  @Override
  public void resume(EndEvent event, Execution execution, Trigger trigger) {
    execution.logCompleted(null, "forced");
    execution.end();
  }

  private void send(EndEvent event, Execution execution) {
    if (event.definition() instanceof EventDefinition.Message message) {
      execution.send(sender, message.message());
    }
  }

  private static void terminate(EventDefinition.Terminate terminate, Execution execution) {
    execution.logCompleted(null, null);
    var activity = execution.caller();
    var ended =
        new Trigger.LevelEnded(Trigger.LevelEnded.How.BY_TERMINATE, execution.subflow().scope());
    execution.endLevel();
    activity.ifPresentOrElse(
        caller -> caller.planResume(ended),
        () -> execution.call().endInstance(terminate.asTerminated()));
  }

  private static void raise(EventDefinition.Error error, Execution execution) {
    execution.logCompleted(null, null);
    var activity = execution.caller();
    if (activity.isEmpty()) {
      execution.end();
      return;
    }
    var owner = activity.get().boundaryOwner();
    var catcher = BoundaryCatch.ofError(error, owner);
    if (catcher.isPresent()) {
      owner.interruptBy(catcher.get());
    } else {
      var ended =
          new Trigger.LevelEnded(Trigger.LevelEnded.How.BY_ERROR, execution.subflow().scope());
      execution.endLevel();
      activity.get().planResume(ended);
    }
  }

  private static void escalate(EventDefinition.Escalation escalation, Execution execution) {
    execution.logCompleted(null, null);
    if (execution.caller().isEmpty() || !Escalations.escalate(escalation, execution)) {
      execution.end();
    }
  }
}
