package flows4ee.admin.console.web;

import flows4ee.json.JsonWriter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * A JSON answer of the session endpoints.
 *
 * @param body a whole document
 */
record JsonAnswer(int status, JsonWriter body) {

  /** {@code {"success": false, "message": …}}. */
  static JsonAnswer refusal(int status, String message) {
    return new JsonAnswer(status, refused(message).endObject());
  }

  /** 400 for a value that will not do, named as REST does. */
  static JsonAnswer badValue(String attribute) {
    JsonWriter out = refused("Bad value").name("item").beginObject().name("errors").beginArray();
    out.beginObject().name("type").value("bad value").name("value").value(attribute).endObject();
    return new JsonAnswer(400, out.endArray().endObject().endObject());
  }

  private static JsonWriter refused(String message) {
    return new JsonWriter()
        .beginObject()
        .name("success")
        .value(false)
        .name("message")
        .value(message);
  }

  /** Writes the answer; no cache keeps it. */
  void send(HttpServletResponse response) throws IOException {
    byte[] bytes = body.toBytes();
    response.setStatus(status);
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setContentType("application/json;charset=UTF-8");
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }
}
