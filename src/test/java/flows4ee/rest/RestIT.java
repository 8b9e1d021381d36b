package flows4ee.rest;

import static org.assertj.core.api.Assertions.assertThat;

import flows4ee.server.ApiClient;
import flows4ee.server.TestServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** What the tests of the REST API over HTTP share. */
abstract class RestIT {

  private static final AtomicInteger NUMBER = new AtomicInteger();

  final TestServer server = TestServer.current();
  final ApiClient api = server.api();

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
    try (var stream = RestIT.class.getResourceAsStream("/models/flows-for-apex/" + file)) {
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

  static void assertRefusal(HttpResponse<String> response, int status, String body) {
    assertThat(response.body()).isEqualTo(body);
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/json");
  }
}
