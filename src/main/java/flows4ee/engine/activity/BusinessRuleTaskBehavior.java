package flows4ee.engine.activity;

import flows4ee.engine.execution.ElementBehavior;
import flows4ee.engine.execution.Execution;
import flows4ee.engine.model.BusinessRuleTask;

/** Business rule task: runs its script or handler; without one it has nothing to do. */
public final class BusinessRuleTaskBehavior implements ElementBehavior<BusinessRuleTask> {

  private final ProgramRunner runner;

  public BusinessRuleTaskBehavior(ProgramRunner runner) {
    this.runner = runner;
  }

  @Override
  public Class<BusinessRuleTask> elementType() {
    return BusinessRuleTask.class;
  }

  @Override
  public void enter(BusinessRuleTask task, Execution execution) {
    runner.run(task.program(), execution);
  }

  @Override
  public boolean hasOutsideEffect(BusinessRuleTask task) {
    return task.program().handler().isPresent();
  }
}
