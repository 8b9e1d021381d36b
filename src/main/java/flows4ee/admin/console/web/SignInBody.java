package flows4ee.admin.console.web;

import flows4ee.admin.console.ConsoleUsers.Credentials;
import flows4ee.json.JsonException;
import flows4ee.json.JsonObject;
import flows4ee.json.JsonReader;
import flows4ee.json.JsonString;
import flows4ee.json.TooLargeException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.regex.Pattern;

/**
 * The JSON body of a sign-in.
 *
 * @param token of the setup link; empty when there is none
 */
record SignInBody(Credentials credentials, String token) {

  private static final long LIMIT = 8192;
  private static final Pattern JSON =
      Pattern.compile("(?i)\\s*application/json\\s*(;\\s*charset\\s*=\\s*\"?utf-8\"?\\s*)?");

  /**
   * Reads at most 8 KiB.
   *
   * @throws RefusedRequestException with 400, 413 or 415
   */
  static SignInBody read(HttpServletRequest request) throws IOException {
    String type = request.getContentType();
    if (type == null
        || !JSON.matcher(type).matches()
        || request.getHeader("Content-Encoding") != null) {
      throw new RefusedRequestException(415, "Unsupported media type");
    }
    JsonObject object = object(request);
    return new SignInBody(
        new Credentials(text(object, "name"), text(object, "password")),
        object.has("token") ? text(object, "token") : "");
  }

  private static JsonObject object(HttpServletRequest request) throws IOException {
    try {
      if (JsonReader.parse(JsonReader.readBytes(request.getInputStream(), LIMIT))
          instanceof JsonObject object) {
        return object;
      }
    } catch (TooLargeException e) {
      throw new RefusedRequestException(413, "Payload too large");
    } catch (JsonException e) {
      throw new RefusedRequestException(400, "JSON Payload can not be processed");
    }
    throw new RefusedRequestException(400, "JSON Payload can not be processed");
  }

  private static String text(JsonObject object, String name) {
    return object
        .find(name)
        .filter(JsonString.class::isInstance)
        .map(value -> ((JsonString) value).text())
        .orElseThrow(() -> RefusedRequestException.badValue(name));
  }
}
