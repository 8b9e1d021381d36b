package flows4ee.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/**
 * Writes one JSON document as compact UTF-8 into a growing buffer, commas included.
 *
 * <p>Unpaired surrogates become U+FFFD; nothing else is changed. Not safe for several threads.
 */
public final class JsonWriter {

  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] TRUE = "true".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] FALSE = "false".getBytes(StandardCharsets.US_ASCII);

  private byte[] bytes = new byte[1024];
  private int length;

  /** Opens an object. */
  public JsonWriter beginObject() {
    return open('{');
  }

  /** Closes the innermost object. */
  public JsonWriter endObject() {
    return append('}');
  }

  /** Opens an array. */
  public JsonWriter beginArray() {
    return open('[');
  }

  /** Closes the innermost array. */
  public JsonWriter endArray() {
    return append(']');
  }

  /** The name of the next member. */
  public JsonWriter name(String name) {
    separate();
    quote(name);
    return append(':');
  }

  /** A string, or {@code null}. */
  public JsonWriter value(String text) {
    separate();
    if (text == null) {
      return append(NULL);
    }
    quote(text);
    return this;
  }

  /** A whole number. */
  public JsonWriter value(long number) {
    separate();
    return append(Long.toString(number).getBytes(StandardCharsets.US_ASCII));
  }

  /** A whole number, or {@code null}. */
  public JsonWriter value(Long number) {
    return number == null ? nullValue() : value(number.longValue());
  }

  /** A truth value. */
  public JsonWriter value(boolean truth) {
    separate();
    return append(truth ? TRUE : FALSE);
  }

  /** A truth value, or {@code null}. */
  public JsonWriter value(Boolean truth) {
    return truth == null ? nullValue() : value(truth.booleanValue());
  }

  /** The literal {@code null}. */
  public JsonWriter nullValue() {
    separate();
    return append(NULL);
  }

  /** A whole tree. */
  public JsonWriter value(JsonValue value) {
    if (value instanceof JsonString string) {
      return value(string.text());
    } else if (value instanceof JsonNumber number) {
      separate();
      return append(number.text().getBytes(StandardCharsets.US_ASCII));
    } else if (value instanceof JsonBoolean truth) {
      return value(truth.isTrue());
    } else if (value instanceof JsonObject object) {
      return members(object);
    } else if (value instanceof JsonArray array) {
      return elements(array);
    }
    return nullValue();
  }

  /** The document as bytes. */
  public byte[] toBytes() {
    return Arrays.copyOf(bytes, length);
  }

  /** The document as text. */
  @Override
  public String toString() {
    return new String(bytes, 0, length, StandardCharsets.UTF_8);
  }

  private JsonWriter members(JsonObject object) {
    beginObject();
    for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
      name(member.getKey()).value(member.getValue());
    }
    return endObject();
  }

  private JsonWriter elements(JsonArray array) {
    beginArray();
    for (JsonValue element : array.elements()) {
      value(element);
    }
    return endArray();
  }

  /** A comma, unless this is the first value of the document, an object, an array or a member. */
  private void separate() {
    if (length == 0) {
      return;
    }
    byte last = bytes[length - 1];
    if (last != '{' && last != '[' && last != ':') {
      append(',');
    }
  }

  private JsonWriter open(char bracket) {
    separate();
    return append(bracket);
  }

  private void quote(String text) {
    reserve(text.length() + 2);
    append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= ' ' && c < 0x80 && c != '"' && c != '\\') {
        append(c);
      } else if (c < 0x80) {
        escape(c);
      } else if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        wide(Character.toCodePoint(c, text.charAt(++i)));
      } else {
        wide(Character.isSurrogate(c) ? 0xFFFD : c);
      }
    }
    append('"');
  }

  private void escape(char c) {
    int simple = "\"\\\b\f\n\r\t".indexOf(c);
    append('\\');
    if (simple >= 0) {
      append("\"\\bfnrt".charAt(simple));
      return;
    }
    append('u').append('0').append('0').append((char) HEX[c >> 4]).append((char) HEX[c & 15]);
  }

  private void wide(int code) {
    if (code < 0x800) {
      append((char) (0xC0 | code >> 6));
    } else if (code < 0x10000) {
      append((char) (0xE0 | code >> 12)).append(trail(code >> 6));
    } else {
      append((char) (0xF0 | code >> 18)).append(trail(code >> 12)).append(trail(code >> 6));
    }
    append(trail(code));
  }

  private static char trail(int code) {
    return (char) (0x80 | code & 0x3F);
  }

  private JsonWriter append(char octet) {
    reserve(1);
    bytes[length++] = (byte) octet;
    return this;
  }

  private JsonWriter append(byte[] octets) {
    reserve(octets.length);
    System.arraycopy(octets, 0, bytes, length, octets.length);
    length += octets.length;
    return this;
  }

  private void reserve(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(length + more, bytes.length * 2));
    }
  }
}
