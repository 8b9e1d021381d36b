package flows4ee.engine.activity;

import flows4ee.engine.error.EngineMessage;
import flows4ee.engine.error.StepFailedException;
import flows4ee.engine.execution.ElementBehavior;
import flows4ee.engine.execution.Execution;
import flows4ee.engine.message.MessageSender;
import flows4ee.engine.model.MessageDefinition;
import flows4ee.engine.model.SendTask;

/** Send task: sends its message, or runs its script or handler. */
public final class SendTaskBehavior implements ElementBehavior<SendTask> {

  private final MessageSender sender;
  private final ProgramRunner runner;

  public SendTaskBehavior(MessageSender sender, ProgramRunner runner) {
    this.sender = sender;
    this.runner = runner;
  }

  @Override
  public Class<SendTask> elementType() {
    return SendTask.class;
  }

  @Override
  public void enter(SendTask task, Execution execution) {
    if (ProgramRunner.isProgram(task.program())) {
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
    execution.change(row -> row.workStarted = execution.call().now());
    execution.send(sender, message);
    execution.leave();
  }

  @Override
  public boolean hasOutsideEffect(SendTask task) {
    return task.program().handler().isPresent();
  }
}
