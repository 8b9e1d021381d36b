package flows4ee.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flows4ee.server.ApiDescription;
import flows4ee.server.ApiDescription.Operation;
import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Calls made of random values by the description of the API. Every answer must be one that the
 * description knows, and none a failure of the server. {@code -Dflows.seed=…} repeats a run.
 */
class RandomCallsIT extends RestIT {

  private static final int CALLS = 2000;
  private static final int CALLS_PER_INSTANCE = 100;
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");
  private static final List<String> NUMBERS =
      List.of("0", "-1", "abc", "1.0", "99999999999999999999", "%C3%A9", "a%20b");

  /** Odd headers; those about media types must lead to 406 and 415 at most. */
  private static final Map<String, List<String>> HEADERS =
      Map.of(
          "Accept", List.of("*/*", "text/html", "nonsense", ";;", "application/json;q=0"),
          "Content-Type", List.of("text/plain", "garbage", "application/x-www-form-urlencoded"),
          "Prefer", List.of("return=representation", "return=\"", ",,"),
          "Idempotency-Key", List.of("k", "x".repeat(300), "\"x\""),
          "If-Match", List.of("*", "\"x\"", "W/\"1\"", "x"),
          "If-None-Match", List.of("*", "\"x\"", ","),
          "Accept-Language", List.of("de", "*", ";q="));

  /** What it would change is shared with the other tests. */
  private static final List<Operation> OPERATIONS =
      ApiDescription.built().operations().stream()
          .filter(operation -> operation.path().startsWith("v1/"))
          .filter(operation -> !operation.id().isEmpty())
          .filter(operation -> !operation.toString().equals("PUT v1/configuration"))
          .toList();

  private final long seed = Long.getLong("flows.seed", System.nanoTime());
  private final RandomValues values = new RandomValues(new Random(seed));
  private long diagram;
  private long process;

  @Test
  void shouldAnswerWhateverIsCalled() {
    diagram = deploy("a01-basic-model.bpmn");
    for (int i = 0; i < CALLS; i++) {
      if (i % CALLS_PER_INSTANCE == 0) {
        process = startBasic();
      }
      var operation = values.oneOf(OPERATIONS);
      var body = operation.node().has("requestBody") ? body(operation) : "";
      var response = api.send(request(operation, body));
      assertThat(response.statusCode())
          .as("seed %d, call %d: %s %s: %s", seed, i, operation, body, response.body())
          .isBetween(200, 499);
    }
  }

  private HttpRequest.Builder request(Operation operation, String body) {
    var query =
        parameters(operation, "query").stream()
            .filter(parameter -> values.isChosen(0.3))
            .map(this::assignment)
            .collect(Collectors.joining("&", "?", ""));
    var request =
        api.request(path(operation) + query)
            .method(
                operation.method(),
                body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (!body.isEmpty()) {
      request.setHeader("Content-Type", type(operation));
    }
    HEADERS.forEach(
        (name, odd) -> {
          if (values.isChosen(0.05)) {
            request.setHeader(name, values.oneOf(odd));
          }
        });
    return request;
  }

  private String path(Operation operation) {
    return PLACEHOLDER
        .matcher(operation.path())
        .replaceAll(found -> values.isChosen(0.2) ? values.oneOf(NUMBERS) : id(found.group(1)));
  }

  private String id(String parameter) {
    return switch (parameter) {
      case "prcs_id" -> Long.toString(process);
      case "dgrm_id" -> Long.toString(diagram);
      case "sbfl_id" -> currentStep().map(step -> step.get("sbfl_id").toString()).orElse("1");
      default -> "none";
    };
  }

  private Optional<JsonObject> currentStep() {
    var answer = api.get("v1/processes/" + process + "/steps");
    return answer.statusCode() == 200
        ? json(answer).getJsonArray("items").getValuesAs(JsonObject.class).stream().findFirst()
        : Optional.empty();
  }

  private List<JsonNode> parameters(Operation operation, String place) {
    var parameters = new ArrayList<JsonNode>();
    operation
        .node()
        .path("parameters")
        .forEach(node -> parameters.add(ApiDescription.built().resolve(node)));
    parameters.removeIf(parameter -> !parameter.path("in").asText().equals(place));
    return parameters;
  }

  private String assignment(JsonNode parameter) {
    var value =
        values.isChosen(0.3) ? values.text() : values.value(parameter.path("schema")).asText();
    return parameter.path("name").asText() + "=" + URLEncoder.encode(value, UTF_8);
  }

  private String type(Operation operation) {
    return content(operation).fieldNames().next();
  }

  private JsonNode content(Operation operation) {
    return ApiDescription.built().resolve(operation.node().path("requestBody")).path("content");
  }

  /** A body, mostly with the key of the current step and mostly well-formed. */
  private String body(Operation operation) {
    var body = values.value(content(operation).path(type(operation)).path("schema"));
    if (body instanceof ObjectNode object && operation.path().contains("{sbfl_id}")) {
      currentStep()
          .filter(step -> values.isChosen(0.8))
          .ifPresent(step -> object.put("step_key", step.getString("step_key")));
    }
    var text = body.toString();
    return values.isChosen(0.9) ? text : text.substring(0, text.length() / 2);
  }
}
