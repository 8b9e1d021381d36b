package flows4ee.engine.expression;

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
   * @throws flows4ee.engine.error.StepFailedException with {@code plsql_script_failed} otherwise
   */
  public void run(String objectId, Script script, ExpressionScope scope) {
    throw new UnsupportedOperationException(evaluator.toString());
  }
}
