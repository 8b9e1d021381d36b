package flows4ee.engine.state;

/** The database cannot be reached or does not answer; the caller may try again later. */
public class StoreUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public StoreUnavailableException(String what, Throwable cause) {
    super(what, cause);
  }
}
