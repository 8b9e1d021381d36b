package flows4ee.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import flows4ee.server.ApiClient;
import flows4ee.server.ApiDescription;
import flows4ee.server.ApiDescription.Operation;
import flows4ee.server.TestServer;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Calls the API and remembers, by the description, which operation answered with which status and
 * which schemas were sent and received. Calls succeed unless they are expected not to.
 */
final class RecordedCalls {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String JSON_TYPE = "application/json";

  private final ApiDescription description = ApiDescription.built();
  private final Map<String, Set<Integer>> statuses = new HashMap<>();
  private final SchemaValues sent = new SchemaValues(description);
  private final SchemaValues received = new SchemaValues(description);
  private final TestServer server;

  RecordedCalls(TestServer server) {
    this.server = server;
  }

  TestServer server() {
    return server;
  }

  /** The statuses that an operation answered with. */
  Set<Integer> statuses(Operation operation) {
    return statuses.getOrDefault(operation.id(), Set.of());
  }

  /** What operations took. */
  SchemaValues sent() {
    return sent;
  }

  /** What operations answered, also refusals. */
  SchemaValues received() {
    return received;
  }

  /** The example of a schema. */
  JsonNode example(String schema) {
    var example = description.document().path("components").path("schemas").path(schema);
    assertThat(example.has("example")).as(schema).isTrue();
    return example.path("example");
  }

  /** The example of a schema, with the key of a live step. */
  JsonNode example(String schema, JsonNode step) {
    ObjectNode example = example(schema).deepCopy();
    return example.set("step_key", step.path("step_key"));
  }

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  JsonNode get(String path) {
    return get(server.api(), path, JSON_TYPE);
  }

  JsonNode get(ApiClient caller, String path, String accepted) {
    var request = caller.request(path).header("Accept", accepted);
    return success("GET", path, caller.send(request.GET()));
  }

  JsonNode post(String path, JsonNode body) {
    return send("POST", path, body);
  }

  JsonNode put(String path, JsonNode body) {
    return send("PUT", path, body);
  }

  JsonNode delete(String path) {
    return success("DELETE", path, server.api().delete(path));
  }

  JsonNode delete(String path, JsonNode body) {
    return send("DELETE", path, body);
  }

  /** Calls with a body of a given type. */
  JsonNode post(ApiClient caller, String path, String type, String text, JsonNode body) {
    var request = caller.request(path).header("Content-Type", type);
    var response = caller.send(request.POST(BodyPublishers.ofString(text)));
    return taken("POST", path, type, body, response);
  }

  /** Puts JSON and asks for what the operation led to. */
  JsonNode putAndShow(String path, JsonNode body) {
    var request = json(path).header("Prefer", "return=representation");
    var response = server.api().send(request.PUT(BodyPublishers.ofString(body.toString())));
    return taken("PUT", path, JSON_TYPE, body, response);
  }

  private JsonNode send(String method, String path, JsonNode body) {
    return taken(method, path, JSON_TYPE, body, answer(method, path, body));
  }

  private HttpResponse<String> answer(String method, String path, JsonNode body) {
    var text = BodyPublishers.ofString(body.toString());
    return server.api().send(json(path).method(method, text));
  }

  private HttpRequest.Builder json(String path) {
    return server.api().request(path).header("Content-Type", JSON_TYPE);
  }

  /** Calls with JSON that will be refused. */
  void refused(int status, String method, String path, JsonNode body) {
    refused(status, method, path, answer(method, path, body));
  }

  /** Notes a refusal. */
  void refused(int status, String method, String path, HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    note(operation(method, path), response);
  }

  /** Notes a body that was taken, and its answer. */
  JsonNode taken(
      String method, String path, String type, JsonNode body, HttpResponse<String> response) {
    var answer = success(method, path, response);
    var request = description.resolve(operation(method, path).node().path("requestBody"));
    sent.add(request.path("content").path(type).path("schema"), body);
    return answer;
  }

  private JsonNode success(String method, String path, HttpResponse<String> response) {
    assertThat(response.statusCode())
        .as("%s %s: %s", method, path, response.body())
        .isBetween(200, 299);
    return note(operation(method, path), response);
  }

  private JsonNode note(Operation operation, HttpResponse<String> response) {
    statuses.computeIfAbsent(operation.id(), id -> new TreeSet<>()).add(response.statusCode());
    var type = response.headers().firstValue("Content-Type").orElse("").split(";")[0];
    var value = type.endsWith("json") ? parse(response.body()) : TextNode.valueOf(response.body());
    var content =
        description.answer(operation, response.statusCode()).orElseThrow().path("content");
    received.add(content.path(type).path("schema"), value);
    return value;
  }

  private Operation operation(String method, String path) {
    return description.at(path.replaceFirst("/?(\\?.*)?$", "")).stream()
        .filter(operation -> operation.method().equals(method))
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode parse(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError("Not JSON: " + text, e);
    }
  }
}
