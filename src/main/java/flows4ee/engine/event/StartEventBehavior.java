package flows4ee.engine.event;

import flows4ee.engine.error.EngineMessage;
import flows4ee.engine.error.StepFailedException;
import flows4ee.engine.execution.ElementBehavior;
import flows4ee.engine.execution.Execution;
import flows4ee.engine.execution.Trigger;
import flows4ee.engine.expression.Substitution;
import flows4ee.engine.model.EventDefinition;
import flows4ee.engine.model.ExpressionSet;
import flows4ee.engine.model.StartEvent;
import flows4ee.engine.variable.VariableFormats;

/**
 * Start event: none and message start events move on at once, a timer start event waits first.
 * Gives the instance its name when the process has a template for it.
 */
public final class StartEventBehavior implements ElementBehavior<StartEvent> {

  private static final int NAME_LENGTH = 150;

  private final TimerWait timerWait;

  public StartEventBehavior(TimerWait timerWait) {
    this.timerWait = timerWait;
  }

  @Override
  public Class<StartEvent> elementType() {
    return StartEvent.class;
  }

  @Override
  public void enter(StartEvent event, Execution execution) {
    if (event.definition() instanceof EventDefinition.Timer timer) {
      execution.runExpressions(ExpressionSet.BEFORE_EVENT);
      nameInstance(event, execution);
      timerWait.begin(event, timer, execution);
    } else if (event.definition() instanceof EventDefinition.None
        || event.definition() instanceof EventDefinition.Message) {
      execution.runExpressions(ExpressionSet.ON_EVENT);
      nameInstance(event, execution);
      execution.leave();
    } else {
      throw new StepFailedException(
          EngineMessage.START_TYPE_UNSUPPORTED, event.node().subtag().orElse(""));
    }
  }

  @Override
  public void resume(StartEvent event, Execution execution, Trigger trigger) {
    execution.runExpressions(ExpressionSet.ON_EVENT);
    execution.leave();
  }

  /** Only the main process names the instance. */
  private static void nameInstance(StartEvent event, Execution execution) {
    if (execution.subflow().callingSubflow() != 0) {
      return;
    }
    execution
        .model()
        .processOf(event)
        .instanceName()
        .map(template -> Substitution.inShortText(template, execution.scope()))
        .filter(name -> !name.isBlank())
        .ifPresent(
            name ->
                execution.state().change(row -> row.name = VariableFormats.cut(name, NAME_LENGTH)));
  }
}
