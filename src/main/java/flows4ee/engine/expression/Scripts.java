package flows4ee.engine.expression;

import flows4ee.engine.error.EngineException;
import flows4ee.engine.error.EngineMessage;
import flows4ee.engine.error.StepFailedException;
import flows4ee.engine.expression.Frame.Access;
import flows4ee.engine.model.Script;

/** Runs the {@code executePlsql} blocks of tasks. */
public final class Scripts {

  private final Evaluator evaluator;

  public Scripts(Evaluator evaluator) {
    this.evaluator = evaluator;
  }

  /**
   * Runs a script; variables it sets go to the scope.
   *
   * @param objectId the task, named in errors
   * @throws BpmnErrorRaised when it raises {@code flow_globals.throw_bpmn_error_event}
   * @throws StopEngineRequested when it raises {@code flow_globals.request_stop_engine}
   * @throws StepFailedException with {@code plsql_script_failed} otherwise
   */
  public void run(String objectId, Script script, ExpressionScope scope) {
    try {
      evaluator.script(
          script.code(), scope, script.binds() ? Access.SCRIPT : Access.SCRIPT_WITHOUT_BINDS);
    } catch (EvaluationException e) {
      throw failure(e, objectId, scope, e.detail());
    } catch (EngineException e) {
      throw failure(e, objectId, scope, e.getMessage());
    }
  }

  private static StepFailedException failure(
      EngineException cause, String objectId, ExpressionScope scope, String detail) {
    return new StepFailedException(
        cause, EngineMessage.SCRIPT_FAILED, scope.processId(), objectId, detail);
  }
}
