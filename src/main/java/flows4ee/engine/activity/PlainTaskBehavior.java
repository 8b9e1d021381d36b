package flows4ee.engine.activity;

import flows4ee.engine.execution.ElementBehavior;
import flows4ee.engine.execution.Execution;
import flows4ee.engine.execution.Trigger;
import flows4ee.engine.model.PlainTask;
import flows4ee.engine.state.SubflowStatus;

/** Task and manual task: wait until they are completed. */
public final class PlainTaskBehavior implements ElementBehavior<PlainTask> {

  @Override
  public Class<PlainTask> elementType() {
    return PlainTask.class;
  }

  @Override
  public void enter(PlainTask task, Execution execution) {
    execution.waitAs(SubflowStatus.RUNNING);
  }

  @Override
  public void resume(PlainTask task, Execution execution, Trigger trigger) {
    execution.leave();
  }
}
