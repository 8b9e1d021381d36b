package flows4ee.oauth.key;

import jakarta.json.JsonException;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * Reads the JSON object of a token's header or payload. Refuses what a lenient reader would guess
 * at: bytes that are no UTF-8, a byte order mark, text behind the object, a member named twice,
 * nesting deeper than three levels, more than 100 members or elements.
 *
 * <p>Values are {@code String}, {@code Long}, {@code List<Object>}, {@code Map<String, Object>} or
 * {@link Other} for every other value: fractions, large numbers, booleans and null mean nothing in
 * our tokens.
 */
final class StrictJson {

  /** A value of a kind that no claim of ours has. */
  enum Other {
    VALUE
  }

  private static final JsonProvider PROVIDER = JsonProvider.provider();
  private static final int MAX_DEPTH = 3;
  private static final int MAX_VALUES = 100;
  private static final int MAX_DIGITS = 12;

  private final JsonParser parser;
  private int values;

  private StrictJson(JsonParser parser) {
    this.parser = parser;
  }

  /** The object in these bytes, or empty when they are anything else. */
  static Optional<Map<String, Object>> readObject(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      if (!text.startsWith("{")) {
        return Optional.empty();
      }
      try (JsonParser parser = PROVIDER.createParser(new StringReader(text))) {
        return Optional.of(new StrictJson(parser).document());
      }
    } catch (CharacterCodingException
        | JsonException
        | NoSuchElementException
        | IllegalStateException
        | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Map<String, Object> document() {
    parser.next();
    Map<String, Object> object = object(1);
    if (parser.hasNext()) {
      throw new IllegalArgumentException("Text behind the object");
    }
    return object;
  }

  private Map<String, Object> object(int depth) {
    Map<String, Object> members = new LinkedHashMap<>();
    for (Event event = parser.next(); event != Event.END_OBJECT; event = parser.next()) {
      String name = parser.getString();
      if (members.put(name, value(parser.next(), depth)) != null) {
        throw new IllegalArgumentException("A member is named twice");
      }
    }
    return members;
  }

  private List<Object> array(int depth) {
    List<Object> elements = new ArrayList<>();
    for (Event event = parser.next(); event != Event.END_ARRAY; event = parser.next()) {
      elements.add(value(event, depth));
    }
    return elements;
  }

  private Object value(Event event, int depth) {
    if (++values > MAX_VALUES || depth > MAX_DEPTH) {
      throw new IllegalArgumentException("Too large");
    }
    return switch (event) {
      case START_OBJECT -> object(depth + 1);
      case START_ARRAY -> array(depth + 1);
      case VALUE_STRING -> parser.getString();
      case VALUE_NUMBER -> number(parser.getString());
      case VALUE_TRUE, VALUE_FALSE, VALUE_NULL -> Other.VALUE;
      case KEY_NAME, END_OBJECT, END_ARRAY -> throw new IllegalArgumentException("No value");
    };
  }

  private static Object number(String text) {
    boolean plain = text.length() <= MAX_DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9');
    return plain ? (Object) Long.valueOf(text) : Other.VALUE;
  }
}
