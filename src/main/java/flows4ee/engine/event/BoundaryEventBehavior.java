package flows4ee.engine.event;

import flows4ee.engine.execution.ElementBehavior;
import flows4ee.engine.execution.Execution;
import flows4ee.engine.execution.Trigger;
import flows4ee.engine.model.BoundaryEvent;
import flows4ee.engine.model.ExpressionSet;
import flows4ee.engine.state.SubflowStatus;

/** Boundary event that has happened: its expressions run and the token leaves by it. */
public final class BoundaryEventBehavior implements ElementBehavior<BoundaryEvent> {

  @Override
  public Class<BoundaryEvent> elementType() {
    return BoundaryEvent.class;
  }

  @Override
  public void enter(BoundaryEvent event, Execution execution) {
    execution.runExpressions(ExpressionSet.ON_EVENT);
    execution.leave();
  }

  @Override
  public void resume(BoundaryEvent event, Execution execution, Trigger trigger) {
    execution.waitAs(SubflowStatus.RUNNING);
    enter(event, execution);
  }
}
