package flows4ee.engine.state;

/**
 * The database gave up the transaction (deadlock, serialization, unique race); a new try may pass.
 */
public class RetryableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public RetryableException(String what, Throwable cause) {
    super(what, cause);
  }
}
