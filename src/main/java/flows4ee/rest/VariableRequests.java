package flows4ee.rest;

import flows4ee.engine.VariableAssignment;
import flows4ee.engine.VariableReference;
import flows4ee.engine.error.EngineException;
import flows4ee.engine.model.VariableType;
import flows4ee.engine.model.VariableValue;
import flows4ee.engine.variable.VariableFormats;
import flows4ee.json.JsonArray;
import flows4ee.json.JsonBoolean;
import flows4ee.json.JsonNull;
import flows4ee.json.JsonObject;
import flows4ee.json.JsonString;
import flows4ee.json.JsonValue;
import flows4ee.rest.guard.Attributes;
import flows4ee.rest.guard.Refusal;
import flows4ee.rest.guard.RefusedException;
import flows4ee.rest.wire.ErrorEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/**
 * Reads process variables out of requests: {@code {"name", "type", "value", "scope", "sbfl_id"}}.
 * Every element is looked at before the batch is refused.
 */
final class VariableRequests {

  private static final Map<String, VariableType> TYPES =
      Map.of(
          "varchar", VariableType.VARCHAR2,
          "varchar2", VariableType.VARCHAR2,
          "number", VariableType.NUMBER,
          "date", VariableType.DATE,
          "clob", VariableType.CLOB,
          "json", VariableType.JSON,
          "timestamp with time zone", VariableType.TIMESTAMP_WITH_TIME_ZONE,
          "tstz", VariableType.TIMESTAMP_WITH_TIME_ZONE);

  private final Map<Integer, List<ErrorEntry>> errors = new TreeMap<>();

  private VariableRequests() {}

  /**
   * The variables to set.
   *
   * @param exists whether the instance exists, asked only when an element is wrong
   */
  static List<VariableAssignment> assignments(List<JsonObject> elements, BooleanSupplier exists) {
    VariableRequests requests = new VariableRequests();
    List<VariableAssignment> assignments = new ArrayList<>();
    for (int i = 0; i < elements.size(); i++) {
      requests.assignment(i, elements.get(i)).ifPresent(assignments::add);
    }
    requests.check(exists);
    return assignments;
  }

  /** The variable to delete. */
  static VariableReference reference(JsonObject element, BooleanSupplier exists) {
    VariableRequests requests = new VariableRequests();
    Attributes attributes = new Attributes(element).require("name");
    String name = attributes.name("name", VariableFormats.MAX_NAME);
    OptionalLong scope = scope(attributes);
    OptionalLong subflow = subflow(attributes);
    requests.note(0, attributes);
    requests.check(exists);
    return new VariableReference(name, scope.orElse(0), subflow);
  }

  private Optional<VariableAssignment> assignment(int index, JsonObject element) {
    Attributes attributes = new Attributes(element).require("name", "type", "value");
    String name = attributes.name("name", VariableFormats.MAX_NAME);
    String type = attributes.name("type", 100);
    OptionalLong scope = scope(attributes);
    OptionalLong subflow = subflow(attributes);
    if (note(index, attributes)) {
      return Optional.empty();
    }
    return value(index, type, element.members().get("value"))
        .map(value -> new VariableAssignment(name, value, scope, subflow));
  }

  private Optional<VariableValue> value(int index, String typeName, JsonValue given) {
    VariableType type = TYPES.get(typeName.toLowerCase(Locale.ROOT));
    if (type == null) {
      return refuse(index, ErrorEntry.processing("Unknown variable type " + typeName));
    }
    if (given == JsonNull.NULL) {
      return Optional.of(VariableFormats.fromRequest(type, null));
    }
    Optional<String> text = text(type, given);
    if (text.isEmpty()) {
      return refuse(index, ErrorEntry.badValue("value"));
    }
    try {
      return Optional.of(VariableFormats.fromRequest(type, text.get()));
    } catch (EngineException e) {
      return refuse(index, ErrorEntry.processing(e.getMessage()));
    }
  }

  /** The text of a value; objects and arrays are JSON only. */
  private static Optional<String> text(VariableType type, JsonValue given) {
    if (type == VariableType.JSON) {
      return Optional.of(given instanceof JsonString string ? string.text() : given.toJson());
    }
    boolean isCompound = given instanceof JsonObject || given instanceof JsonArray;
    if (isCompound) {
      return Optional.empty();
    }
    return given instanceof JsonBoolean ? Optional.of(given.toJson()) : Attributes.textOf(given);
  }

  private static OptionalLong scope(Attributes attributes) {
    return optional(attributes.integer("scope", 0, Long.MAX_VALUE));
  }

  private static OptionalLong subflow(Attributes attributes) {
    return optional(attributes.integer("sbfl_id", 1, Long.MAX_VALUE));
  }

  private static OptionalLong optional(Optional<Long> number) {
    return number.map(OptionalLong::of).orElse(OptionalLong.empty());
  }

  private boolean note(int index, Attributes attributes) {
    if (attributes.errors().isEmpty()) {
      return false;
    }
    errors.put(index, attributes.errors());
    return true;
  }

  private Optional<VariableValue> refuse(int index, ErrorEntry entry) {
    errors.put(index, List.of(entry));
    return Optional.empty();
  }

  private void check(BooleanSupplier exists) {
    if (errors.isEmpty()) {
      return;
    }
    throw exists.getAsBoolean()
        ? RefusedException.elements(400, errors)
        : Refusal.ITEM_NOT_FOUND.exception();
  }
}
