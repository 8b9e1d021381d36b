package flows4ee.engine.expression;

/**
 * A script raised {@code flow_globals.throw_bpmn_error_event}: its changes are dropped and the task
 * is left by its error boundary event.
 */
public final class BpmnErrorRaised extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public BpmnErrorRaised() {
    super("The script raised a BPMN error.", null, false, false);
  }
}
