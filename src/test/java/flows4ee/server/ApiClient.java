package flows4ee.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/**
 * Calls the application under test. Paths are relative to the base URL, without leading slash:
 * {@code v1/diagrams}.
 */
public final class ApiClient {

  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  private final URI base;
  private final Optional<String> authorization;

  ApiClient(URI base, Optional<String> authorization) {
    this.base = base;
    this.authorization = authorization;
  }

  /** Returns a client that sends this {@code Authorization} header. */
  public ApiClient withAuthorization(String header) {
    return new ApiClient(base, Optional.of(header));
  }

  /** Returns a client that sends this access token. */
  public ApiClient withToken(String token) {
    return withAuthorization("Bearer " + token);
  }

  /** Returns a client that sends no {@code Authorization} header. */
  public ApiClient anonymous() {
    return new ApiClient(base, Optional.empty());
  }

  public HttpResponse<String> get(String path) {
    return send(request(path).GET());
  }

  public HttpResponse<String> post(String path, String json) {
    return send(json(path).POST(BodyPublishers.ofString(json)));
  }

  public HttpResponse<String> put(String path, String json) {
    return send(json(path).PUT(BodyPublishers.ofString(json)));
  }

  public HttpResponse<String> delete(String path) {
    return send(request(path).DELETE());
  }

  /** Posts an HTML form ({@code a=b&c=d}). */
  public HttpResponse<String> postForm(String path, String form) {
    return send(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form)));
  }

  /** Asks the token endpoint for an access token with the client's credentials. */
  public String grantToken(ClientCredentials client) {
    var response =
        withAuthorization(client.basic()).postForm("oauth/token", "grant_type=client_credentials");
    if (response.statusCode() != 200) {
      throw new IllegalStateException("No token: " + response.statusCode() + response.body());
    }
    return ClientCredentials.value("access_token", response.body());
  }

  /** Begins a request of any shape, with this client's authorization. */
  public HttpRequest.Builder request(String path) {
    var builder =
        HttpRequest.newBuilder(URI.create(base + "/" + path)).timeout(Duration.ofSeconds(60));
    authorization.ifPresent(header -> builder.header("Authorization", header));
    return builder;
  }

  /** Sends a request as built; the answer must be as the description of the API says. */
  public HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      var built = request.build();
      var response = HTTP.send(built, BodyHandlers.ofString());
      new AnswerCheck(base).check(built, response);
      return response;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private HttpRequest.Builder json(String path) {
    return request(path).header("Content-Type", "application/json");
  }
}
