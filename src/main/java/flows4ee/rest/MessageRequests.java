package flows4ee.rest;

import flows4ee.engine.IncomingMessage;
import flows4ee.json.JsonNull;
import flows4ee.json.JsonObject;
import flows4ee.json.JsonString;
import flows4ee.json.JsonValue;
import flows4ee.rest.guard.Attributes;
import flows4ee.rest.guard.RefusedException;
import flows4ee.rest.wire.ErrorEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads messages out of requests: {@code {"key", "value", "payload"}} and {@code name}. */
final class MessageRequests {

  private static final int MAX_CORRELATION = 200;

  private MessageRequests() {}

  /**
   * The messages of a batch.
   *
   * @param name of all of them; absent when each element carries its own
   */
  static List<IncomingMessage> read(List<JsonObject> elements, Optional<String> name) {
    Map<Integer, List<ErrorEntry>> errors = new TreeMap<>();
    List<IncomingMessage> messages = new ArrayList<>();
    for (int i = 0; i < elements.size(); i++) {
      Attributes attributes = new Attributes(elements.get(i));
      messages.add(message(elements.get(i), attributes, name));
      if (!attributes.errors().isEmpty()) {
        errors.put(i, attributes.errors());
      }
    }
    if (!errors.isEmpty()) {
      throw RefusedException.elements(400, errors);
    }
    return messages;
  }

  private static IncomingMessage message(
      JsonObject element, Attributes attributes, Optional<String> given) {
    if (given.isEmpty()) {
      attributes.require("name");
    }
    attributes.require("key", "value", "payload");
    String name = given.orElseGet(() -> attributes.name("name", MAX_CORRELATION));
    return new IncomingMessage(
        name,
        attributes.text("key", MAX_CORRELATION).orElse(null),
        attributes.text("value", MAX_CORRELATION).orElse(null),
        payload(element.members().get("payload")));
  }

  private static String payload(JsonValue value) {
    if (value == null || value == JsonNull.NULL) {
      return null;
    }
    return value instanceof JsonString string ? string.text() : value.toJson();
  }
}
