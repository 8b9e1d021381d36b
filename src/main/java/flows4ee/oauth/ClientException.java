package flows4ee.oauth;

/** A client administration was refused because of what the caller asked for. */
public final class ClientException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Why it was refused. */
  public enum Kind {
    /** No such client or secret. */
    NOT_FOUND,
    /** The present state does not allow it. */
    CONFLICT,
    /** A value is missing, too long or malformed; {@link ClientException#attribute()} names it. */
    INVALID,
    /** The actor may not give roles it does not hold. */
    FORBIDDEN
  }

  private final Kind kind;
  private final String attribute;

  private ClientException(Kind kind, String attribute, String message) {
    super(message);
    this.kind = kind;
    this.attribute = attribute;
  }

  public static ClientException notFound() {
    return new ClientException(Kind.NOT_FOUND, "", "Item not found");
  }

  public static ClientException conflict(String message) {
    return new ClientException(Kind.CONFLICT, "", message);
  }

  static ClientException invalid(String attribute, String message) {
    return new ClientException(Kind.INVALID, attribute, message);
  }

  static ClientException forbidden() {
    return new ClientException(Kind.FORBIDDEN, "roles", "Necessary privilege not granted");
  }

  public Kind kind() {
    return kind;
  }

  /** The attribute at fault, in its wire spelling ({@code support_email}); empty for none. */
  public String attribute() {
    return attribute;
  }
}
