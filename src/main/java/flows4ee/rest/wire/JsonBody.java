package flows4ee.rest.wire;

import flows4ee.json.JsonValue;
import flows4ee.json.JsonWriter;

/** A finished JSON document, the entity of every JSON answer. */
public final class JsonBody {

  private final byte[] bytes;

  private JsonBody(byte[] bytes) {
    this.bytes = bytes;
  }

  /** What the writer holds. */
  public static JsonBody of(JsonWriter writer) {
    return new JsonBody(writer.toBytes());
  }

  /** A tree. */
  public static JsonBody of(JsonValue value) {
    return of(new JsonWriter().value(value));
  }

  /** UTF-8 bytes that were written before. */
  public static JsonBody ofBytes(byte[] utf8) {
    return new JsonBody(utf8.clone());
  }

  /** The document in UTF-8; not to be changed. */
  public byte[] bytes() {
    return bytes;
  }
}
