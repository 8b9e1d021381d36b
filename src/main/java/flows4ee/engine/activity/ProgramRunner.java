package flows4ee.engine.activity;

import flows4ee.engine.error.EngineMessage;
import flows4ee.engine.error.StepFailedException;
import flows4ee.engine.execution.BoundaryCatch;
import flows4ee.engine.execution.Execution;
import flows4ee.engine.expression.BpmnErrorRaised;
import flows4ee.engine.expression.Scripts;
import flows4ee.engine.expression.StopEngineRequested;
import flows4ee.engine.model.EventDefinition;
import flows4ee.engine.model.Program;
import java.util.Optional;

/**
 * Runs what an automatic task does, then leaves the task: by its way out, or by its error boundary
 * event when the program raises a BPMN error.
 */
public final class ProgramRunner {

  private static final String EXECUTE_PLSQL = "executePlsql";

  private final Scripts scripts;
  private final TaskHandlers handlers;

  public ProgramRunner(Scripts scripts, TaskHandlers handlers) {
    this.scripts = scripts;
    this.handlers = handlers;
  }

  /** Whether the program is a script or a handler. */
  static boolean isProgram(Program program) {
    return program.handler().isPresent() || isScript(program);
  }

  static boolean isScript(Program program) {
    return program.type().filter(EXECUTE_PLSQL::equals).isPresent();
  }

  /** Runs the program and leaves the task. */
  void run(Program program, Execution execution) {
    execution.change(row -> row.workStarted = execution.call().now());
    int mark = execution.state().mark();
    try {
      perform(program, execution);
    } catch (BpmnErrorRaised e) {
      execution.state().rollbackTo(mark);
      leaveByError(execution);
      return;
    } catch (StopEngineRequested e) {
      throw new StepFailedException(
          e,
          EngineMessage.SCRIPT_REQUESTED_STOP,
          execution.state().id(),
          execution.subflow().current());
    }
    execution.leave();
  }

  private void perform(Program program, Execution execution) {
    if (program.handler().isPresent()) {
      handle(program.handler().get(), execution);
    } else if (isScript(program)) {
      script(program, execution);
    }
  }

  private void script(Program program, Execution execution) {
    String task = execution.subflow().current();
    var script =
        program
            .script()
            .orElseThrow(
                () ->
                    new StepFailedException(
                        EngineMessage.SCRIPT_FAILED,
                        execution.state().id(),
                        task,
                        EngineMessage.NO_SCRIPT));
    scripts.run(task, script, execution.scope());
  }

  private void handle(String name, Execution execution) {
    var handler =
        handlers
            .find(name)
            .orElseThrow(() -> new StepFailedException(EngineMessage.HANDLER_NOT_FOUND, name));
    try {
      handler.execute(new TaskContext(execution));
    } catch (BpmnErrorRaised | StopEngineRequested | StepFailedException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new StepFailedException(e, EngineMessage.HANDLER_FAILED, name);
    }
  }

  private static void leaveByError(Execution execution) {
    var owner = execution.boundaryOwner();
    var catcher = BoundaryCatch.ofError(new EventDefinition.Error(Optional.empty()), owner);
    owner.interruptBy(
        catcher.orElseThrow(
            () ->
                new StepFailedException(
                    EngineMessage.NO_NEXT_STEP,
                    execution.subflow().id(),
                    execution.subflow().current())));
  }
}
