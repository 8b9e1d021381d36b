package flows4ee.engine.activity;

import flows4ee.engine.error.EngineMessage;
import flows4ee.engine.error.StepFailedException;
import flows4ee.engine.execution.ElementBehavior;
import flows4ee.engine.execution.Execution;
import flows4ee.engine.execution.Trigger;
import flows4ee.engine.message.MessageSubscriptions;
import flows4ee.engine.model.MessageDefinition;
import flows4ee.engine.model.ReceiveTask;
import flows4ee.engine.state.IdKind;
import flows4ee.engine.state.SubflowStatus;

/** Receive task: waits for its message, or runs its script without waiting. */
public final class ReceiveTaskBehavior implements ElementBehavior<ReceiveTask> {

  private final MessageSubscriptions subscriptions;
  private final ProgramRunner runner;

  public ReceiveTaskBehavior(MessageSubscriptions subscriptions, ProgramRunner runner) {
    this.subscriptions = subscriptions;
    this.runner = runner;
  }

  @Override
  public Class<ReceiveTask> elementType() {
    return ReceiveTask.class;
  }

  @Override
  public void enter(ReceiveTask task, Execution execution) {
    if (ProgramRunner.isScript(task.program())) {
      runner.run(task.program(), execution);
      return;
    }
    var message =
        task.message()
            .filter(MessageDefinition::isSimpleMessage)
            .orElseThrow(
                () ->
                    new StepFailedException(
                        EngineMessage.UNSUPPORTED_OBJECT, task.node().tag(), task.id()));
    subscriptions.open(
        execution.call().transaction().messages(),
        execution.state(),
        execution.call().nextId(IdKind.SUBSCRIPTION),
        execution.subflow(),
        task,
        message,
        execution.scope());
    execution.waitAs(SubflowStatus.WAITING_FOR_MESSAGE);
  }

  @Override
  public void resume(ReceiveTask task, Execution execution, Trigger trigger) {
    execution.change(
        row -> {
          row.workStarted = execution.call().now();
          row.status = SubflowStatus.RUNNING;
        });
    execution.leave();
  }
}
