package flows4ee.cli;

import flows4ee.json.JsonException;
import flows4ee.json.JsonObject;
import flows4ee.json.JsonReader;
import flows4ee.json.JsonString;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/** Calls the API of a running server with the access token of a client. */
final class RestCaller {

  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(LIMIT).build();
  private final String base;
  private final String clientId;
  private final String secret;
  private String token;

  /**
   * @param base address of the application, {@code https://host/flows4apex}
   */
  RestCaller(String base, String clientId, String secret) {
    this.base = base.replaceAll("/+$", "");
    this.clientId = clientId;
    this.secret = secret;
  }

  JsonObject get(String path) {
    return call(authorized(path).GET());
  }

  /** Reads what needs no token. */
  JsonObject getOpen(String path) {
    return call(request(path).GET());
  }

  JsonObject send(String method, String path, JsonObject body) {
    return call(
        authorized(path)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body.toJson())));
  }

  JsonObject delete(String path) {
    return call(authorized(path).DELETE());
  }

  private HttpRequest.Builder authorized(String path) {
    if (token == null) {
      token = grant();
    }
    return request(path).header("Authorization", "Bearer " + token);
  }

  private HttpRequest.Builder request(String path) {
    try {
      return HttpRequest.newBuilder(URI.create(base + "/" + path)).timeout(LIMIT);
    } catch (IllegalArgumentException e) {
      throw new CommandException(ExitCode.USAGE, "Not a web address: " + base);
    }
  }

  private String grant() {
    String pair = encode(clientId) + ":" + encode(secret);
    String basic = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    JsonObject answer =
        call(
            request("oauth/token")
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials")));
    return ((JsonString) answer.find("access_token").orElseThrow()).text();
  }

  private JsonObject call(HttpRequest.Builder request) {
    HttpResponse<String> answer = exchange(request.build());
    if (answer.statusCode() >= 300) {
      throw new CommandException(code(answer.statusCode()), complaint(answer));
    }
    return document(answer);
  }

  private HttpResponse<String> exchange(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new CommandException(ExitCode.ERROR, "No answer from " + base + ": " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandException(ExitCode.ERROR, "Interrupted");
    }
  }

  private static ExitCode code(int status) {
    return switch (status) {
      case 400 -> ExitCode.USAGE;
      case 404 -> ExitCode.NOT_FOUND;
      case 409, 412 -> ExitCode.CONFLICT;
      default -> ExitCode.ERROR;
    };
  }

  private static String complaint(HttpResponse<String> answer) {
    return "Status " + answer.statusCode() + ": " + answer.body().strip();
  }

  private static JsonObject document(HttpResponse<String> answer) {
    try {
      if (JsonReader.parse(answer.body()) instanceof JsonObject object) {
        return object;
      }
    } catch (JsonException e) {
      throw new CommandException(ExitCode.ERROR, "Not the application's answer: " + e.getMessage());
    }
    throw new CommandException(ExitCode.ERROR, "Not the application's answer");
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
