package flows4ee.json;

/** The text is not one acceptable JSON document. The message names what and where (0-based). */
public final class JsonException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** With a message that never quotes the text itself. */
  public JsonException(String message) {
    super(message);
  }
}
