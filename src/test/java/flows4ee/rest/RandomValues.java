package flows4ee.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flows4ee.server.ApiDescription;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Values by the schemas of the description; now and then one that no schema allows. */
final class RandomValues {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int DEEPEST = 6;
  private static final double ODD = 0.1;
  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "a",
          "A_VAR",
          "1",
          "-1",
          "null",
          "[]",
          "2026-13-45",
          "2026-11-29T00:00:00Z",
          "ü 漢 \ud83d\ude80",
          "\0",
          "%00",
          "../..",
          "'; drop table t;--",
          "<script>",
          "&F4A$PROCESS_ID.",
          "x".repeat(600));
  private static final List<String> NUMBERS =
      List.of("0", "1", "-1", "1.5", "2147483648", "9223372036854775808", "1e308", "1e-308");

  private final ApiDescription description = ApiDescription.built();
  private final Random random;

  RandomValues(Random random) {
    this.random = random;
  }

  boolean isChosen(double probability) {
    return random.nextDouble() < probability;
  }

  <T> T oneOf(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  String text() {
    return oneOf(TEXTS);
  }

  /** A value, mostly by the schema. */
  JsonNode value(JsonNode schema) {
    return value(schema, 0);
  }

  private JsonNode value(JsonNode reference, int depth) {
    var schema = description.resolve(reference);
    if (depth > DEEPEST || isChosen(ODD)) {
      return odd();
    }
    if (schema.has("example") && isChosen(0.5)) {
      return schema.path("example");
    }
    for (var choice : List.of("oneOf", "anyOf")) {
      if (schema.has(choice)) {
        return value(schema.path(choice).path(random.nextInt(schema.path(choice).size())), depth);
      }
    }
    if (schema.has("enum")) {
      return schema.path("enum").path(random.nextInt(schema.path("enum").size()));
    }
    return switch (schema.path("type").asText()) {
      case "object" -> object(schema, depth);
      case "array" -> array(schema.path("items"), depth);
      case "integer", "number" -> JSON.numberNode(new BigDecimal(oneOf(NUMBERS)));
      case "boolean" -> JSON.booleanNode(random.nextBoolean());
      default -> JSON.textNode(text());
    };
  }

  private ObjectNode object(JsonNode schema, int depth) {
    var required = schema.path("required").toString();
    var object = JSON.objectNode();
    schema
        .path("properties")
        .properties()
        .forEach(
            member -> {
              if (isChosen(required.contains('"' + member.getKey() + '"') ? 0.95 : 0.4)) {
                object.set(member.getKey(), value(member.getValue(), depth + 1));
              }
            });
    if (isChosen(ODD)) {
      object.set(text(), odd());
    }
    return object;
  }

  private ArrayNode array(JsonNode items, int depth) {
    var array = JSON.arrayNode();
    IntStream.range(0, random.nextInt(4)).forEach(i -> array.add(value(items, depth + 1)));
    return array;
  }

  private JsonNode odd() {
    return switch (random.nextInt(6)) {
      case 0 -> JSON.nullNode();
      case 1 -> JSON.booleanNode(random.nextBoolean());
      case 2 -> JSON.numberNode(new BigDecimal(oneOf(NUMBERS)));
      case 3 -> JSON.arrayNode().add(JSON.objectNode()).add(JSON.nullNode());
      case 4 -> JSON.objectNode().put(text(), text());
      default -> JSON.textNode(text());
    };
  }
}
