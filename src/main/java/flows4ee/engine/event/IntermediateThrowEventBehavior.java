package flows4ee.engine.event;

import flows4ee.engine.error.EngineMessage;
import flows4ee.engine.error.StepFailedException;
import flows4ee.engine.execution.ElementBehavior;
import flows4ee.engine.execution.Execution;
import flows4ee.engine.execution.Trigger;
import flows4ee.engine.message.MessageSender;
import flows4ee.engine.model.EventDefinition;
import flows4ee.engine.model.ExpressionSet;
import flows4ee.engine.model.IntermediateCatchEvent;
import flows4ee.engine.model.IntermediateThrowEvent;
import java.util.List;

/** Intermediate throw event: none, message, link or escalation. */
public final class IntermediateThrowEventBehavior
    implements ElementBehavior<IntermediateThrowEvent> {

  private final MessageSender sender;

  public IntermediateThrowEventBehavior(MessageSender sender) {
    this.sender = sender;
  }

  @Override
  public Class<IntermediateThrowEvent> elementType() {
    return IntermediateThrowEvent.class;
  }

  @Override
  public void enter(IntermediateThrowEvent event, Execution execution) {
    execution.runExpressions(ExpressionSet.ON_EVENT);
    if (event.definition() instanceof EventDefinition.None) {
      execution.leave();
    } else if (event.definition() instanceof EventDefinition.Message message) {
      execution.send(sender, message.message());
      execution.leave();
    } else if (event.definition() instanceof EventDefinition.Link) {
      jump(event, execution, null);
    } else if (event.definition() instanceof EventDefinition.Escalation escalation) {
      escalate(escalation, execution);
    } else {
      throw new StepFailedException(EngineMessage.THROW_EVENT_UNSUPPORTED, event.id());
    }
  }

  /** Only a link has a way on that is none of its sequence flows. */
  @Override
  public void resume(IntermediateThrowEvent event, Execution execution, Trigger trigger) {
    jump(event, execution, "forced");
  }

  /** Throw and catch are one step with one key; expressions of the catch do not run. */
  private static void jump(IntermediateThrowEvent event, Execution execution, String notes) {
    var target = linkCatch(event, execution);
    execution.logCompleted(null, notes);
    execution.place(target, execution.subflow().stepKey());
    execution.logCompleted(event.id(), null);
    execution.take(execution.onlyWayOut());
  }

  private static IntermediateCatchEvent linkCatch(
      IntermediateThrowEvent event, Execution execution) {
    List<IntermediateCatchEvent> targets =
        execution.model().elementsIn(event.node().containerId()).stream()
            .filter(IntermediateCatchEvent.class::isInstance)
            .map(IntermediateCatchEvent.class::cast)
            .filter(target -> target.definition() instanceof EventDefinition.Link)
            .filter(target -> event.node().name().isPresent())
            .filter(target -> target.node().name().equals(event.node().name()))
            .toList();
    if (targets.isEmpty()) {
      throw new StepFailedException(EngineMessage.LINK_NO_CATCH, event.id());
    }
    if (targets.size() > 1) {
      throw new StepFailedException(EngineMessage.LINK_TOO_MANY_CATCHES, event.id());
    }
    return targets.get(0);
  }

  /** The path beside is planned first, so that the thrower goes on before it. */
  private static void escalate(EventDefinition.Escalation escalation, Execution execution) {
    execution.logCompleted(null, null);
    if (!Escalations.escalate(escalation, execution)) {
      execution.take(execution.onlyWayOut());
    }
  }
}
