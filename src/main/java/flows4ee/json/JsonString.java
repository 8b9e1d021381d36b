package flows4ee.json;

import java.util.Objects;

/** A JSON string, unescaped. */
public record JsonString(String text) implements JsonValue {

  public JsonString {
    Objects.requireNonNull(text);
  }

  @Override
  public String typeName() {
    return "string";
  }
}
