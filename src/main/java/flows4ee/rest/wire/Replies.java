package flows4ee.rest.wire;

import flows4ee.json.JsonArray;
import flows4ee.json.JsonObject;
import flows4ee.json.JsonWriter;
import java.util.Optional;
import java.util.function.Consumer;

/** Bodies of POST, PUT and DELETE: {@code success}, {@code message}, then one extra key. */
public final class Replies {

  private Replies() {}

  /** {@code {"success": true, "message": …}}. */
  public static JsonBody done(String message) {
    return JsonBody.of(head(true, message).endObject());
  }

  /** {@code {"success": true, "message": …, "count": …}}. */
  public static JsonBody counted(String message, long count) {
    return JsonBody.of(head(true, message).name("count").value(count).endObject());
  }

  /**
   * A success with links and, when asked for, the representation after the operation.
   *
   * @param links writes the array
   * @param item writes the representation
   */
  public static JsonBody done(
      String message, Consumer<JsonWriter> links, Optional<Consumer<JsonWriter>> item) {
    JsonWriter out = head(true, message).name("links");
    links.accept(out);
    return withItem(out, item);
  }

  /** A success that echoes the request as an array. */
  public static JsonBody done(String message, JsonArray items) {
    return done(message, items, Optional.empty());
  }

  /**
   * The same with the representation after the operation, when asked for.
   *
   * @param item writes the representation
   */
  public static JsonBody done(
      String message, JsonArray items, Optional<Consumer<JsonWriter>> item) {
    return withItem(head(true, message).name("items").value(items), item);
  }

  private static JsonBody withItem(JsonWriter out, Optional<Consumer<JsonWriter>> item) {
    item.ifPresent(
        document -> {
          out.name("item");
          document.accept(out);
        });
    return JsonBody.of(out.endObject());
  }

  /**
   * A refusal.
   *
   * @param echo members after the message: at most one of {@code item}, {@code items}, {@code
   *     payload}
   */
  public static JsonBody refused(String message, JsonObject echo) {
    JsonWriter out = head(false, message);
    echo.members().forEach((name, value) -> out.name(name).value(value));
    return JsonBody.of(out.endObject());
  }

  private static JsonWriter head(boolean success, String message) {
    return new JsonWriter()
        .beginObject()
        .name("success")
        .value(success)
        .name("message")
        .value(message);
  }
}
