package flows4ee.engine.expression;

import flows4ee.engine.variable.Decimals;
import flows4ee.json.JsonArray;
import flows4ee.json.JsonBoolean;
import flows4ee.json.JsonException;
import flows4ee.json.JsonNull;
import flows4ee.json.JsonNumber;
import flows4ee.json.JsonObject;
import flows4ee.json.JsonReader;
import flows4ee.json.JsonString;
import flows4ee.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A simple JSON path: {@code $.name}, {@code $."any name"}, {@code $[0]} and their chains. */
final class JsonPath {

  private static final int MAX_INDEX_DIGITS = 6;

  private final List<Object> steps;

  private JsonPath(List<Object> steps) {
    this.steps = List.copyOf(steps);
  }

  /**
   * Reads a path.
   *
   * @throws EvaluationException when it is not a simple path
   */
  static JsonPath of(String text) {
    return new JsonPath(new Reader(text.strip()).steps());
  }

  /**
   * The scalar at the path as text, number or {@code true}/{@code false} text.
   *
   * @param isStrict fail where there is no such scalar, instead of NULL
   */
  Object find(String document, boolean isStrict) {
    try {
      var scalar = scalar(at(JsonReader.parse(document)));
      if (scalar.isPresent()) {
        return scalar.get();
      }
    } catch (JsonException | ArithmeticException e) {
      if (isStrict) {
        throw new EvaluationException("the document of json_value is not valid", e);
      }
      return null;
    }
    if (isStrict) {
      throw new EvaluationException("json_value found no scalar");
    }
    return null;
  }

  private JsonValue at(JsonValue document) {
    JsonValue value = document;
    for (Object step : steps) {
      value = step(value, step);
    }
    return value;
  }

  private static JsonValue step(JsonValue value, Object step) {
    if (step instanceof String name && value instanceof JsonObject object) {
      return object.find(name).orElse(JsonNull.NULL);
    }
    if (step instanceof Integer index && value instanceof JsonArray array) {
      return index < array.elements().size() ? array.elements().get(index) : JsonNull.NULL;
    }
    return JsonNull.NULL;
  }

  private static Optional<Object> scalar(JsonValue value) {
    if (value instanceof JsonString string) {
      return Optional.ofNullable(Values.text(string.text()));
    }
    if (value instanceof JsonNumber number) {
      return Optional.of(Decimals.text(Decimals.bounded(number.decimal())));
    }
    if (value instanceof JsonBoolean truth) {
      return Optional.of(Boolean.toString(truth.isTrue()));
    }
    return Optional.empty();
  }

  /** Reads the steps of a path. */
  private static final class Reader {

    private final String text;
    private int position;

    Reader(String text) {
      this.text = text;
    }

    List<Object> steps() {
      var steps = new ArrayList<Object>();
      take('$');
      while (position < text.length()) {
        steps.add(text.charAt(position) == '[' ? index() : member());
      }
      return steps;
    }

    private Integer index() {
      take('[');
      int end = text.indexOf(']', position);
      String digits = end < 0 ? "" : text.substring(position, end).strip();
      if (digits.isEmpty()
          || digits.length() > MAX_INDEX_DIGITS
          || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
        throw bad();
      }
      position = end + 1;
      return Integer.valueOf(digits);
    }

    private String member() {
      take('.');
      if (position < text.length() && text.charAt(position) == '"') {
        int end = text.indexOf('"', position + 1);
        if (end < 0) {
          throw bad();
        }
        String name = text.substring(position + 1, end);
        position = end + 1;
        return name;
      }
      int start = position;
      while (position < text.length()
          && (Character.isLetterOrDigit(text.charAt(position)) || text.charAt(position) == '_')) {
        position++;
      }
      if (position == start) {
        throw bad();
      }
      return text.substring(start, position);
    }

    private void take(char c) {
      if (position >= text.length() || text.charAt(position) != c) {
        throw bad();
      }
      position++;
    }

    private static EvaluationException bad() {
      return new EvaluationException("the path of json_value is not a simple path");
    }
  }
}
