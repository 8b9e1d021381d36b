package flows4ee.engine.activity;

import flows4ee.engine.model.VariableType;
import flows4ee.engine.model.VariableValue;
import flows4ee.json.JsonArray;
import flows4ee.json.JsonObject;
import flows4ee.json.JsonReader;
import flows4ee.json.JsonString;
import flows4ee.json.JsonValue;
import flows4ee.json.JsonWriter;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The variables of a round as they are kept until it starts: a JSON object of name to {@code [type,
 * text]}. Items of collections hold texts, numbers and JSON only.
 */
final class RoundInput {

  private RoundInput() {}

  static String write(Map<String, VariableValue> item) {
    var json = new JsonWriter().beginObject();
    item.forEach(
        (name, value) ->
            json.name(name).beginArray().value(value.type().name()).value(value.text()).endArray());
    return json.endObject().toString();
  }

  static Map<String, VariableValue> read(String input) {
    var item = new LinkedHashMap<String, VariableValue>();
    ((JsonObject) JsonReader.parse(input))
        .members()
        .forEach((name, pair) -> item.put(name, value(((JsonArray) pair).elements())));
    return item;
  }

  private static VariableValue value(List<JsonValue> pair) {
    var type = VariableType.valueOf(((JsonString) pair.get(0)).text());
    return value(type, pair.get(1) instanceof JsonString text ? text.text() : null);
  }

  private static VariableValue value(VariableType type, String text) {
    if (text == null) {
      return new VariableValue(type, null);
    }
    return switch (type) {
      case NUMBER -> VariableValue.number(new BigDecimal(text));
      case VARCHAR2, CLOB, JSON -> new VariableValue(type, text);
      case DATE, TIMESTAMP_WITH_TIME_ZONE -> VariableValue.text(text);
    };
  }
}
