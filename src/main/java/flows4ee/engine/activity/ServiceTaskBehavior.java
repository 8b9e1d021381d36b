package flows4ee.engine.activity;

import flows4ee.engine.error.EngineMessage;
import flows4ee.engine.error.StepFailedException;
import flows4ee.engine.execution.ElementBehavior;
import flows4ee.engine.execution.Execution;
import flows4ee.engine.model.ServiceTask;

/**
 * Service task: runs its script or handler, or sends its mail; without any of them it has nothing
 * to do. A generated text ({@code apexAIGeneration}) needs a handler.
 */
public final class ServiceTaskBehavior implements ElementBehavior<ServiceTask> {

  private static final String SEND_MAIL = "sendMail";
  private static final String AI_GENERATION = "apexAIGeneration";

  private final ProgramRunner runner;
  private final MailTask mailTask;

  public ServiceTaskBehavior(ProgramRunner runner, MailTask mailTask) {
    this.runner = runner;
    this.mailTask = mailTask;
  }

  @Override
  public Class<ServiceTask> elementType() {
    return ServiceTask.class;
  }

  @Override
  public void enter(ServiceTask task, Execution execution) {
    if (isMail(task)) {
      execution.change(row -> row.workStarted = execution.call().now());
      var mail =
          task.mail()
              .orElseThrow(
                  () ->
                      new StepFailedException(
                          EngineMessage.EMAIL_NO_TO, execution.state().id(), task.id()));
      mailTask.send(mail, execution);
      execution.leave();
      return;
    }
    if (isType(task, AI_GENERATION) && task.program().handler().isEmpty()) {
      throw new StepFailedException(EngineMessage.HANDLER_NOT_FOUND, AI_GENERATION);
    }
    runner.run(task.program(), execution);
  }

  @Override
  public boolean hasOutsideEffect(ServiceTask task) {
    return isMail(task) || task.program().handler().isPresent();
  }

  private static boolean isMail(ServiceTask task) {
    return task.program().handler().isEmpty() && isType(task, SEND_MAIL);
  }

  private static boolean isType(ServiceTask task, String type) {
    return task.program().type().filter(type::equals).isPresent();
  }
}
