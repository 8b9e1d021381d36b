package flows4ee.engine.state;

/** The database ended the connection before the commit: nothing was changed. */
public class ConnectionLostException extends RetryableException {

  private static final long serialVersionUID = 1L;

  public ConnectionLostException(String what, Throwable cause) {
    super(what, cause);
  }
}
