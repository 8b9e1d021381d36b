package flows4ee.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Recursive descent over one text; the depth limit bounds the recursion. */
final class JsonParser {

  private final String text;
  private int position;
  private int values;

  JsonParser(String text) {
    this.text = text;
  }

  JsonValue document() {
    skipBlanks();
    JsonValue value = value(0);
    skipBlanks();
    if (position < text.length()) {
      throw unexpected();
    }
    return value;
  }

  private JsonValue value(int depth) {
    if (++values > JsonReader.MAX_VALUES) {
      throw new JsonException("More than " + JsonReader.MAX_VALUES + " values");
    }
    switch (peek()) {
      case '{':
        return object(deeper(depth));
      case '[':
        return array(deeper(depth));
      case '"':
        return new JsonString(string());
      case 't':
        return literal("true", JsonBoolean.TRUE);
      case 'f':
        return literal("false", JsonBoolean.FALSE);
      case 'n':
        return literal("null", JsonNull.NULL);
      default:
        return number();
    }
  }

  private static int deeper(int depth) {
    if (depth >= JsonReader.MAX_DEPTH) {
      throw new JsonException("Nested deeper than " + JsonReader.MAX_DEPTH);
    }
    return depth + 1;
  }

  private JsonObject object(int depth) {
    position++;
    Map<String, JsonValue> members = new LinkedHashMap<>();
    skipBlanks();
    if (accept('}')) {
      return JsonObject.EMPTY;
    }
    do {
      skipBlanks();
      String name = string();
      skipBlanks();
      expect(':');
      skipBlanks();
      members.put(name, value(depth));
      skipBlanks();
    } while (accept(','));
    expect('}');
    return new JsonObject(members);
  }

  private JsonArray array(int depth) {
    position++;
    List<JsonValue> elements = new ArrayList<>();
    skipBlanks();
    if (accept(']')) {
      return new JsonArray(elements);
    }
    do {
      skipBlanks();
      elements.add(value(depth));
      skipBlanks();
    } while (accept(','));
    expect(']');
    return new JsonArray(elements);
  }

  private JsonValue literal(String word, JsonValue value) {
    if (!text.startsWith(word, position)) {
      throw unexpected();
    }
    position += word.length();
    return value;
  }

  private JsonNumber number() {
    int start = position;
    accept('-');
    if (!accept('0')) {
      digits();
    }
    if (accept('.')) {
      digits();
    }
    if (accept('e') || accept('E')) {
      exponent();
    }
    if (position - start > JsonReader.MAX_NUMBER_LENGTH) {
      throw new JsonException("Number too long at " + start);
    }
    return new JsonNumber(text.substring(start, position));
  }

  private void exponent() {
    if (!accept('+')) {
      accept('-');
    }
    int start = position;
    digits();
    int value = 0;
    for (int i = start; i < position && value <= JsonReader.MAX_EXPONENT; i++) {
      value = value * 10 + text.charAt(i) - '0';
    }
    if (value > JsonReader.MAX_EXPONENT) {
      throw new JsonException("Exponent out of range at " + start);
    }
  }

  private void digits() {
    int start = position;
    while (position < text.length() && isDigit(text.charAt(position))) {
      position++;
    }
    if (position == start) {
      throw unexpected();
    }
  }

  private String string() {
    expect('"');
    int start = position;
    while (true) {
      char c = character();
      if (c == '"') {
        return text.substring(start, position - 1);
      }
      if (c == '\\') {
        position--;
        return escaped(start);
      }
      checkPlain(c);
    }
  }

  /** The rest of a string that holds an escape, from its first character at {@code start}. */
  private String escaped(int start) {
    StringBuilder out = new StringBuilder(text.length() - start < 256 ? 64 : 256);
    out.append(text, start, position);
    while (true) {
      char c = character();
      if (c == '"') {
        return out.toString();
      }
      if (c == '\\') {
        appendEscape(out);
      } else {
        checkPlain(c);
        out.append(c);
        if (Character.isHighSurrogate(c)) {
          out.append(text.charAt(position - 1));
        }
      }
    }
  }

  /** Refuses control characters and lone surrogates; steps over the second half of a pair. */
  private void checkPlain(char c) {
    if (c < ' ') {
      throw new JsonException("Control character at " + (position - 1));
    }
    if (Character.isSurrogate(c)) {
      if (Character.isLowSurrogate(c) || !Character.isLowSurrogate(character())) {
        throw new JsonException("Unpaired surrogate at " + (position - 1));
      }
    }
  }

  private void appendEscape(StringBuilder out) {
    char c = character();
    int simple = "\"\\/bfnrt".indexOf(c);
    if (simple >= 0) {
      out.append("\"\\/\b\f\n\r\t".charAt(simple));
    } else if (c == 'u') {
      appendUnicode(out);
    } else {
      throw new JsonException("Unknown escape at " + (position - 1));
    }
  }

  private void appendUnicode(StringBuilder out) {
    int at = position;
    char first = hex();
    if (first == 0) {
      throw new JsonException("Character U+0000 at " + at);
    }
    out.append(first);
    if (Character.isSurrogate(first)) {
      boolean escapeFollows = character() == '\\' && character() == 'u';
      if (Character.isLowSurrogate(first) || !escapeFollows) {
        throw new JsonException("Unpaired surrogate at " + at);
      }
      char second = hex();
      if (!Character.isLowSurrogate(second)) {
        throw new JsonException("Unpaired surrogate at " + at);
      }
      out.append(second);
    }
  }

  private char hex() {
    int value = 0;
    for (int i = 0; i < 4; i++) {
      char c = character();
      int digit = c < 128 ? Character.digit(c, 16) : -1;
      if (digit < 0) {
        throw new JsonException("Bad unicode escape at " + (position - 1));
      }
      value = value << 4 | digit;
    }
    return (char) value;
  }

  private void skipBlanks() {
    while (position < text.length() && isBlank(text.charAt(position))) {
      position++;
    }
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private char peek() {
    if (position >= text.length()) {
      throw unexpected();
    }
    return text.charAt(position);
  }

  private char character() {
    char c = peek();
    position++;
    return c;
  }

  private boolean accept(char c) {
    if (position < text.length() && text.charAt(position) == c) {
      position++;
      return true;
    }
    return false;
  }

  private void expect(char c) {
    if (!accept(c)) {
      throw unexpected();
    }
  }

  private JsonException unexpected() {
    return new JsonException(
        position < text.length() ? "Unexpected character at " + position : "Unexpected end");
  }
}
