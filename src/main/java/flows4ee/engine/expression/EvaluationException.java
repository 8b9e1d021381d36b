package flows4ee.engine.expression;

import flows4ee.engine.error.EngineMessage;
import flows4ee.engine.error.StepFailedException;

/**
 * A text cannot be compiled or evaluated, or goes beyond a limit. The text says what was expected
 * and never holds the value of a variable.
 */
public final class EvaluationException extends StepFailedException {

  private static final long serialVersionUID = 1L;

  private final String detail;

  public EvaluationException(String detail) {
    super(EngineMessage.EVALUATION_FAILED, detail);
    this.detail = detail;
  }

  public EvaluationException(String detail, Throwable cause) {
    super(cause, EngineMessage.EVALUATION_FAILED, detail);
    this.detail = detail;
  }

  /** What went wrong, without the words around it. */
  public String detail() {
    return detail;
  }
}
