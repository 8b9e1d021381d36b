package flows4ee.engine.activity;

import flows4ee.engine.error.EngineMessage;
import flows4ee.engine.error.StepFailedException;
import flows4ee.engine.execution.ElementBehavior;
import flows4ee.engine.execution.Execution;
import flows4ee.engine.model.ScriptTask;

/** Script task: runs its script or handler. */
public final class ScriptTaskBehavior implements ElementBehavior<ScriptTask> {

  private final ProgramRunner runner;

  public ScriptTaskBehavior(ProgramRunner runner) {
    this.runner = runner;
  }

  @Override
  public Class<ScriptTask> elementType() {
    return ScriptTask.class;
  }

  @Override
  public void enter(ScriptTask task, Execution execution) {
    if (!ProgramRunner.isProgram(task.program())) {
      throw new StepFailedException(
          EngineMessage.SCRIPT_FAILED, execution.state().id(), task.id(), EngineMessage.NO_SCRIPT);
    }
    runner.run(task.program(), execution);
  }

  @Override
  public boolean hasOutsideEffect(ScriptTask task) {
    return task.program().handler().isPresent();
  }
}
