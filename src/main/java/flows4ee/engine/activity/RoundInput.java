package flows4ee.engine.activity;

import flows4ee.engine.model.VariableType;
import flows4ee.engine.model.VariableValue;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The variables of a round as they are kept until it starts: a JSON object of name to {@code [type,
 * text]}. Items of collections hold texts, numbers and JSON only.
 */
final class RoundInput {

  private RoundInput() {}

  static String write(Map<String, VariableValue> item) {
    var json = Json.createObjectBuilder();
    item.forEach(
        (name, value) ->
            json.add(
                name,
                Json.createArrayBuilder()
                    .add(value.type().name())
                    .add(value.isNull() ? JsonValue.NULL : Json.createValue(value.text()))));
    return json.build().toString();
  }

  static Map<String, VariableValue> read(String input) {
    var item = new LinkedHashMap<String, VariableValue>();
    try (var reader = Json.createReader(new StringReader(input))) {
      reader
          .readObject()
          .forEach(
              (name, pair) ->
                  item.put(
                      name,
                      value(
                          VariableType.valueOf(pair.asJsonArray().getString(0)),
                          pair.asJsonArray().getString(1, null))));
    }
    return item;
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
