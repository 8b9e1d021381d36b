package flows4ee.engine.variable;

import flows4ee.engine.model.VariableValue;
import flows4ee.json.JsonArray;
import flows4ee.json.JsonBoolean;
import flows4ee.json.JsonNull;
import flows4ee.json.JsonNumber;
import flows4ee.json.JsonObject;
import flows4ee.json.JsonReader;
import flows4ee.json.JsonString;
import flows4ee.json.JsonValue;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Variables as members of a JSON object, and back. */
public final class VariablesJson {

  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'").withZone(ZoneOffset.UTC);

  private VariablesJson() {}

  /** The object with one member per variable, in their order. */
  public static JsonObject toObject(Map<String, VariableValue> variables) {
    var members = new LinkedHashMap<String, JsonValue>();
    variables.forEach((name, value) -> members.put(name, toJson(value)));
    return new JsonObject(members);
  }

  /**
   * One value: text as string, NUMBER as number, JSON as it is, dates and timestamps as RFC 3339 in
   * UTC, NULL as null.
   */
  public static JsonValue toJson(VariableValue value) {
    if (value.isNull()) {
      return JsonNull.NULL;
    }
    return switch (value.type()) {
      case VARCHAR2, CLOB -> new JsonString(value.text());
      case NUMBER -> new JsonNumber(value.text());
      case JSON -> JsonReader.parse(value.text());
      case DATE -> new JsonString(SECONDS.format(value.asDate().toInstant(ZoneOffset.UTC)));
      case TIMESTAMP_WITH_TIME_ZONE -> new JsonString(value.asTimestamp().toInstant().toString());
    };
  }

  /**
   * The variables of an object: string to VARCHAR2 (a long one to CLOB), number to NUMBER, object
   * and array to JSON, true and false to text; null creates none.
   */
  public static Map<String, VariableValue> toVariables(JsonObject object) {
    var variables = new LinkedHashMap<String, VariableValue>();
    object
        .members()
        .forEach((name, value) -> toValue(value).ifPresent(found -> variables.put(name, found)));
    return variables;
  }

  private static Optional<VariableValue> toValue(JsonValue value) {
    if (value instanceof JsonString string) {
      boolean isLong = string.text().length() > VariableFormats.MAX_VARCHAR2;
      return Optional.of(
          isLong ? VariableValue.clob(string.text()) : VariableValue.text(string.text()));
    }
    if (value instanceof JsonNumber number) {
      return Optional.of(VariableValue.number(Decimals.bounded(number.decimal())));
    }
    if (value instanceof JsonBoolean truth) {
      return Optional.of(VariableValue.text(Boolean.toString(truth.isTrue())));
    }
    boolean isStructure = value instanceof JsonObject || value instanceof JsonArray;
    return isStructure ? Optional.of(VariableValue.json(value.toJson())) : Optional.empty();
  }
}
