package flows4ee.oauth;

/** The database behind a port refused a statement or does not answer. */
public class StoreException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  protected StoreException(String message, Throwable cause) {
    super(message, cause);
  }
}
