package flows4ee.engine.error;

/**
 * A step failed: no route, bad expression, failing script. The step loop catches it, drops the
 * changes of that step and sets its subflow to {@code error}; for the caller's own step it is the
 * answer.
 */
public class StepFailedException extends EngineException {

  private static final long serialVersionUID = 1L;

  public StepFailedException(EngineMessage message, Object... arguments) {
    super(message, arguments);
  }

  public StepFailedException(Throwable cause, EngineMessage message, Object... arguments) {
    super(cause, message, arguments);
  }
}
