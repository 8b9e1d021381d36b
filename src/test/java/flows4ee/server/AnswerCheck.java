package flows4ee.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import flows4ee.server.ApiDescription.Operation;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Compares every answer that a test receives with the description of the API: path, method, status,
 * headers, media type, keys and types. Remembers which operations answered with which status.
 */
public final class AnswerCheck {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, Set<Integer>> ANSWERED = new ConcurrentHashMap<>();
  private static final Set<String> DESCRIBED_HEADERS =
      Set.of(
          "ETag",
          "Location",
          "Content-Location",
          "Content-Disposition",
          "Retry-After",
          "Preference-Applied",
          "Idempotency-Replayed");
  private static final List<String> API =
      List.of("v1/", "oauth/", "health/", "openapi.", "metadata-catalog/", ".well-known/");
  private static final Set<Integer> NOT_THERE = Set.of(400, 401, 404, 405);

  private final ApiDescription description = ApiDescription.built();
  private final URI base;

  AnswerCheck(URI base) {
    this.base = base;
  }

  /** Returns the statuses that operations answered with so far, by their ids. */
  public static Map<String, Set<Integer>> answered() {
    return Map.copyOf(ANSWERED);
  }

  /**
   * Checks an answer.
   *
   * @throws AssertionError when it is not described
   */
  void check(HttpRequest request, HttpResponse<String> response) {
    var path = path(request.uri());
    if (API.stream().noneMatch(path::startsWith)) {
      return;
    }
    var problems = problems(request.method(), path, response);
    if (!problems.isEmpty()) {
      throw new AssertionError(
          "Not as described: %s %s, %d %s%n%s"
              .formatted(
                  request.method(),
                  request.uri(),
                  response.statusCode(),
                  response.body(),
                  String.join("\n", problems)));
    }
  }

  private String path(URI uri) {
    var path = uri.getRawPath().substring(base.getRawPath().length() + 1);
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  private List<String> problems(String method, String path, HttpResponse<String> response) {
    var here = description.at(path);
    if (method.equals("OPTIONS") && response.statusCode() == 204) {
      return options(here, response);
    }
    var described = method.equals("HEAD") ? "GET" : method;
    return here.stream()
        .filter(operation -> operation.method().equals(described))
        .findFirst()
        .map(operation -> problems(operation, method.equals("HEAD"), response))
        .orElseGet(() -> notThere(path, response));
  }

  /** What {@code Allow} names is what is described. */
  private static List<String> options(List<Operation> here, HttpResponse<String> response) {
    var allowed = response.headers().firstValue("Allow").orElse("").split(", ");
    var methods = new TreeSet<>(Set.of(allowed));
    methods.removeAll(Set.of("OPTIONS", "HEAD"));
    var described = new TreeSet<>(here.stream().map(Operation::method).toList());
    return methods.equals(described)
        ? List.of()
        : List.of("Allow names " + methods + ", described are " + described);
  }

  /** A path or method that is not described is refused in the shape that all refusals have. */
  private List<String> notThere(String path, HttpResponse<String> response) {
    if (!NOT_THERE.contains(response.statusCode())) {
      return List.of("No such operation is described");
    }
    var schema =
        path.startsWith("oauth/") || path.startsWith(".well-known") ? "OAuthError" : "Error";
    return response.body().isEmpty()
        ? List.of()
        : description.problemsByName(schema, parse(response.body()));
  }

  private List<String> problems(
      Operation operation, boolean isHead, HttpResponse<String> response) {
    var answer = description.answer(operation, response.statusCode());
    if (answer.isEmpty()) {
      return List.of(operation.id() + " does not describe status " + response.statusCode());
    }
    ANSWERED
        .computeIfAbsent(operation.id(), id -> ConcurrentHashMap.newKeySet())
        .add(response.statusCode());
    var problems = new ArrayList<>(headers(answer.get(), response));
    if (!isHead) {
      problems.addAll(body(answer.get().path("content"), response));
    }
    return problems;
  }

  private static List<String> headers(JsonNode answer, HttpResponse<String> response) {
    return DESCRIBED_HEADERS.stream()
        .filter(name -> response.headers().firstValue(name).isPresent())
        .filter(name -> !answer.path("headers").has(name))
        .map(name -> "The header " + name + " is not described")
        .toList();
  }

  private List<String> body(JsonNode content, HttpResponse<String> response) {
    if (content.isMissingNode() || response.body().isEmpty()) {
      return content.isMissingNode() == response.body().isEmpty()
          ? List.of()
          : List.of("The body is described otherwise");
    }
    var type = response.headers().firstValue("Content-Type").orElse("none").split(";")[0].strip();
    if (!content.has(type)) {
      return List.of("The media type " + type + " is not described");
    }
    var isText =
        !type.endsWith("json") || response.headers().firstValue("Content-Encoding").isPresent();
    return isText
        ? List.of()
        : description.problems(content.path(type).path("schema"), parse(response.body()));
  }

  private static JsonNode parse(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw new AssertionError("Not JSON: " + body, e);
    }
  }
}
