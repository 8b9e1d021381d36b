package flows4ee.rest;

import static org.assertj.core.api.Assertions.assertThat;

import flows4ee.server.ApiClient;
import flows4ee.server.TestServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the tests of the REST API over HTTP share. */
abstract class RestIT {

  private static final AtomicInteger NUMBER = new AtomicInteger();

  final TestServer server;
  final ApiClient api;

  RestIT() {
    this(TestServer.current());
  }

  RestIT(TestServer server) {
    this.server = server;
    this.api = server.api();
  }

  static JsonObject json(HttpResponse<String> response) {
    try (var reader = Json.createReader(new StringReader(response.body()))) {
      return reader.readObject();
    }
  }

  /** The only item of a collection. */
  static JsonObject item(HttpResponse<String> response) {
    var items = json(response).getJsonArray("items");
    assertThat(items).as(response.body()).hasSize(1);
    return items.getJsonObject(0);
  }

  static String model(String file) {
    return text("/models/flows-for-apex/" + file);
  }

  /** The text of a resource of the tests. */
  static String text(String resource) {
    try (var stream = RestIT.class.getResourceAsStream(resource)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A name that no other test uses. */
  static String name(String prefix) {
    return prefix + " " + NUMBER.incrementAndGet() + "-" + System.nanoTime();
  }

  /** Deploys a model as a draft and gives its id. */
  long deploy(String file) {
    var body =
        Json.createObjectBuilder()
            .add("name", name(file.replace(".bpmn", "")))
            .add("content", model(file))
            .build();
    var response = api.post("v1/diagrams", body.toString());
    assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
    return item(response).getJsonNumber("dgrm_id").longValue();
  }

  long create(long diagramId) {
    var response = api.post("v1/diagrams/" + diagramId + "/processes", "{}");
    assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
    return item(response).getJsonNumber("prcs_id").longValue();
  }

  /** An instance of A01, standing at its task A. */
  long startBasic() {
    long process = create(deploy("a01-basic-model.bpmn"));
    assertThat(api.put("v1/processes/" + process + "/start", "{}").statusCode()).isEqualTo(200);
    return process;
  }

  JsonObject step(long process) {
    return item(api.get("v1/processes/" + process + "/steps"));
  }

  /** The base of the module, with a slash at its end. */
  String v1() {
    return server.base() + "/v1/";
  }

  String link(String rel, String path, String action) {
    return "{\"rel\":\"%s\",\"href\":\"%s%s\",\"action\":\"%s\",\"types\":[\"application/json\"]}"
        .formatted(rel, v1(), path, action);
  }

  /** The members of the array of links of a process. */
  String processLinks(long id) {
    String path = "processes/" + id;
    return String.join(
        ",",
        link("process", path, "GET"),
        link("process", path, "DELETE"),
        link("process", path + "/start", "PUT"),
        link("process", path + "/reset", "PUT"),
        link("process", path + "/terminate", "PUT"),
        link("process_vars", path + "/process_vars", "GET"),
        link("process_vars", path + "/process_vars", "PUT"));
  }

  /** The members of the array of links of a step. */
  String stepLinks(long id) {
    return Stream.of("start", "reserve", "release", "complete", "restart", "reschedule_timer")
        .map(verb -> link("step", "steps/" + id + "/" + verb, "PUT"))
        .collect(Collectors.joining(","));
  }

  /** A collection that is not paged. */
  String collection(String self, String items, int count) {
    return ("{\"items\":[%s],\"hasMore\":false,\"limit\":0,\"offset\":0,\"count\":%d,\"links\":["
            + "{\"rel\":\"self\",\"href\":\"%s%s\"},"
            + "{\"rel\":\"describedby\",\"href\":\"%s/metadata-catalog/v1/\"}]}")
        .formatted(items, count, v1(), self, server.base());
  }

  String emptyCollection(String self) {
    return collection(self, "", 0);
  }

  /** Calls with a JSON body, also where a method seldom has one. */
  HttpResponse<String> call(String method, String path, String json) {
    return api.send(
        api.request(path)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(json)));
  }

  /** Deploys a model given as text and gives the id of an instance of it, started. */
  long startModel(String content) {
    var body = Json.createObjectBuilder().add("name", name("Model")).add("content", content);
    var response = api.post("v1/diagrams", body.build().toString());
    assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
    long process = create(item(response).getJsonNumber("dgrm_id").longValue());
    var started = api.put("v1/processes/" + process + "/start", "{}");
    assertThat(started.statusCode()).as(started.body()).isEqualTo(200);
    return process;
  }

  static void assertAnswer(HttpResponse<String> response, String body) {
    assertThat(response.body()).isEqualTo(body);
    assertThat(response.statusCode()).isEqualTo(200);
  }

  static void assertRefusal(HttpResponse<String> response, int status, String body) {
    assertThat(response.body()).isEqualTo(body);
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/json");
  }
}
