package flows4ee.engine.state;

/** Another call holds the row longer than the lock wait. */
public class LockTimeoutException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public LockTimeoutException(String what, Throwable cause) {
    super(what, cause);
  }
}
