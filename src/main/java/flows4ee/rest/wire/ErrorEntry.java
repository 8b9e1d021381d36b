package flows4ee.rest.wire;

import flows4ee.json.JsonArray;
import flows4ee.json.JsonObject;
import flows4ee.json.JsonValue;
import java.util.ArrayList;
import java.util.List;

/**
 * One element of an {@code errors} array: {@code {"type": …, "value": …}}.
 *
 * @param type {@code missing attribute}, {@code bad value}, {@code processing error}, {@code item
 *     not found}, {@code conflict}
 * @param value name of the attribute or parameter, or a text
 */
public record ErrorEntry(String type, String value) {

  /** A required attribute is absent. */
  public static ErrorEntry missing(String attribute) {
    return new ErrorEntry("missing attribute", attribute);
  }

  /** An attribute or parameter has a wrong type, length or format. */
  public static ErrorEntry badValue(String name) {
    return new ErrorEntry("bad value", name);
  }

  /** An element was refused, with the text. */
  public static ErrorEntry processing(String text) {
    return new ErrorEntry("processing error", text);
  }

  /** What an element addresses does not exist. */
  public static ErrorEntry notFound(String text) {
    return new ErrorEntry("item not found", text);
  }

  /** This entry as JSON. */
  public JsonObject toJson() {
    return JsonObject.EMPTY.with("type", JsonValue.of(type)).with("value", JsonValue.of(value));
  }

  /** The array of these. */
  public static JsonArray toJson(List<ErrorEntry> errors) {
    return new JsonArray(
        new ArrayList<JsonValue>(errors.stream().map(ErrorEntry::toJson).toList()));
  }
}
