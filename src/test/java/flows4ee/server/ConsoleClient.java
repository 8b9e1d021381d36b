package flows4ee.server;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Optional;

/**
 * Calls the application as a page of the console does: with the session cookie, from the
 * application's own origin, and with the CSRF token where something is changed.
 */
public final class ConsoleClient {

  private final URI base;
  private final ApiClient http;
  private final Optional<String> cookie;
  private final Optional<String> csrfToken;

  ConsoleClient(URI base) {
    this(base, Optional.empty(), Optional.empty());
  }

  private ConsoleClient(URI base, Optional<String> cookie, Optional<String> csrfToken) {
    this.base = base;
    this.http = new ApiClient(base, Optional.empty());
    this.cookie = cookie;
    this.csrfToken = csrfToken;
  }

  /** The body of a sign-in. */
  public static String signInBody(ConsoleUser user) {
    return Json.createObjectBuilder()
        .add("name", user.name())
        .add("password", user.password())
        .build()
        .toString();
  }

  /** The body that redeems a setup link. */
  public static String setupBody(String token, ConsoleUser user) {
    return Json.createObjectBuilder()
        .add("token", token)
        .add("name", user.name())
        .add("password", user.password())
        .build()
        .toString();
  }

  /** Signs in and returns a client of the new session. */
  public ConsoleClient signIn(ConsoleUser user) {
    var response = post("session", signInBody(user));
    if (response.statusCode() != 200) {
      throw new IllegalStateException("No session: " + response.body());
    }
    return new ConsoleClient(
        base, Optional.of(cookieOf(response)), Optional.of(json(response).getString("csrf_token")));
  }

  /** The cookie that an answer sets, as it is sent back. */
  public static String cookieOf(HttpResponse<String> response) {
    return response.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
  }

  static JsonObject json(HttpResponse<String> response) {
    try (var reader = Json.createReader(new StringReader(response.body()))) {
      return reader.readObject();
    }
  }

  public String cookie() {
    return cookie.orElseThrow();
  }

  public String csrfToken() {
    return csrfToken.orElseThrow();
  }

  /** The same session with another CSRF token. */
  public ConsoleClient withCsrfToken(String token) {
    return new ConsoleClient(base, cookie, Optional.ofNullable(token));
  }

  public HttpResponse<String> get(String path) {
    return send(request(path).GET());
  }

  public HttpResponse<String> post(String path, String json) {
    return send(own(path).POST(BodyPublishers.ofString(json)));
  }

  public HttpResponse<String> put(String path, String json) {
    return send(own(path).PUT(BodyPublishers.ofString(json)));
  }

  public HttpResponse<String> delete(String path) {
    return send(own(path).DELETE());
  }

  /** A request of this session's browser without the headers of our own page. */
  public HttpRequest.Builder request(String path) {
    var request = http.request(path);
    cookie.ifPresent(value -> request.header("Cookie", value));
    return request;
  }

  private HttpRequest.Builder own(String path) {
    var request = request(path).header("Origin", origin());
    csrfToken.ifPresent(token -> request.header("X-CSRF-Token", token));
    return request.header("Content-Type", "application/json");
  }

  /** The origin of the application's pages. */
  public String origin() {
    return base.getScheme() + "://" + base.getAuthority();
  }

  public HttpResponse<String> send(HttpRequest.Builder request) {
    return http.send(request);
  }
}
