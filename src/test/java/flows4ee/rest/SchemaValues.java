package flows4ee.rest;

import com.fasterxml.jackson.databind.JsonNode;
import flows4ee.server.ApiDescription;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The values seen for each named schema of the description, also those inside other values. */
final class SchemaValues {

  private static final String REFERENCE = "$ref";

  private final ApiDescription description;
  private final Map<String, Set<JsonNode>> values = new TreeMap<>();

  SchemaValues(ApiDescription description) {
    this.description = description;
  }

  /** Returns what was seen for the schema of this name. */
  Set<JsonNode> of(String name) {
    return values.getOrDefault(name, Set.of());
  }

  /** Notes a value that is valid by a schema. */
  void add(JsonNode schema, JsonNode value) {
    if (schema.has(REFERENCE)) {
      addNamed(schema, value);
    } else {
      schema.path("oneOf").forEach(one -> addIfValid(one, value));
      value.properties().forEach(entry -> add(member(schema, entry.getKey()), entry.getValue()));
      if (value.isArray()) {
        value.forEach(element -> add(schema.path("items"), element));
      }
    }
  }

  private void addNamed(JsonNode reference, JsonNode value) {
    if (values.computeIfAbsent(name(reference), name -> new HashSet<>()).add(value)) {
      add(description.resolve(reference), value);
    }
  }

  private void addIfValid(JsonNode one, JsonNode value) {
    boolean isValid =
        one.has(REFERENCE)
            ? description.problems(one, value).isEmpty()
            : value.isArray() == one.path("type").asText().equals("array");
    if (isValid) {
      add(one, value);
    }
  }

  private static JsonNode member(JsonNode schema, String key) {
    var properties = schema.path("properties");
    return properties.has(key) ? properties.path(key) : schema.path("additionalProperties");
  }

  private static String name(JsonNode reference) {
    return reference.path(REFERENCE).asText().replace("#/components/schemas/", "");
  }

  /** Returns the names of the schemas that a part of the description leads to. */
  static Set<String> namesIn(ApiDescription description, JsonNode part) {
    var names = new TreeSet<String>();
    collect(description, part, names);
    return names;
  }

  private static void collect(ApiDescription description, JsonNode part, Set<String> names) {
    var target = part.path(REFERENCE).asText();
    if (target.isEmpty()) {
      part.forEach(child -> collect(description, child, names));
    } else if (!target.startsWith("#/components/schemas/") || names.add(name(part))) {
      collect(description, description.resolve(part), names);
    }
  }
}
