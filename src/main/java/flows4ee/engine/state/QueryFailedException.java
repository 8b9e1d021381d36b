package flows4ee.engine.state;

/** A query of a diagram was refused or failed. The text names no value of a variable. */
public final class QueryFailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public QueryFailedException(String message) {
    super(message);
  }

  public QueryFailedException(String message, Throwable cause) {
    super(message, cause);
  }
}
