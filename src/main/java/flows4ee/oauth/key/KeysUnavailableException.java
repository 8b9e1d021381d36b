package flows4ee.oauth.key;

/** No signing key is loaded: the service cannot issue tokens now (HTTP 503). */
public final class KeysUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public KeysUnavailableException() {
    super("No signing key is available");
  }
}
