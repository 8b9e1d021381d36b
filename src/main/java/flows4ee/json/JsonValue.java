package flows4ee.json;

/** A JSON value (RFC 8259 section 3): immutable, compared by content. */
public sealed interface JsonValue
    permits JsonObject, JsonArray, JsonString, JsonNumber, JsonBoolean, JsonNull {

  /** The name of the value's JSON type, as used in redacted logs and in error texts. */
  String typeName();

  /** Whether this is the literal {@code null}. */
  default boolean isNull() {
    return this == JsonNull.NULL;
  }

  /** A text value, or {@link JsonNull#NULL} for a Java {@code null}. */
  static JsonValue of(String text) {
    return text == null ? JsonNull.NULL : new JsonString(text);
  }

  /** A whole number. */
  static JsonValue of(long number) {
    return new JsonNumber(Long.toString(number));
  }

  /** A truth value. */
  static JsonValue of(boolean truth) {
    return truth ? JsonBoolean.TRUE : JsonBoolean.FALSE;
  }

  /** This value as JSON text. */
  default String toJson() {
    return new JsonWriter().value(this).toString();
  }
}
