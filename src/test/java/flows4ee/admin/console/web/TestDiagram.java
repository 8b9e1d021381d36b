package flows4ee.admin.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import flows4ee.server.TestServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A released diagram on the server under test, under a name of its own, and its instances. */
final class TestDiagram {

  private static final Path MODELS = Path.of("src/test/resources/models/flows-for-apex");

  /** A timer an hour away at {@code Wait}. */
  static final String WAITING =
      model(
          """
          <startEvent id="Start"/>
          <sequenceFlow id="f1" sourceRef="Start" targetRef="Wait"/>
          <intermediateCatchEvent id="Wait"><timerEventDefinition>
            <timeDuration>PT1H</timeDuration></timerEventDefinition></intermediateCatchEvent>
          <sequenceFlow id="f2" sourceRef="Wait" targetRef="End"/>
          <endEvent id="End"/>""");

  private final TestServer server;
  private final String name;

  TestDiagram(TestServer server, String prefix) {
    this.server = server;
    this.name = prefix + " " + Long.toString(System.nanoTime(), 36);
  }

  /** A diagram with the elements of one process, without picture. */
  static String model(String elements) {
    return """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
            xmlns:apex="https://flowsforapex.org" id="d" targetNamespace="t">
          <process id="P" isExecutable="true">%s</process>
        </definitions>"""
        .formatted(elements);
  }

  String name() {
    return name;
  }

  /** Deploys one of the models of Flows for APEX. */
  TestDiagram deployModel(String file) {
    try {
      deploy("0", Files.readString(MODELS.resolve(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /** Deploys a version and gives its id. */
  long deploy(String version, String content) {
    var body =
        Json.createObjectBuilder()
            .add("name", name)
            .add("version", version)
            .add("status", "released")
            .add("content", content);
    return post("v1/diagrams", body).getJsonNumber("dgrm_id").longValue();
  }

  /** Starts an instance that has the name of the diagram, and gives its id. */
  long start() {
    var body =
        Json.createObjectBuilder().add("diagram_name", name).add("name", name).add("start", true);
    return post("v1/processes", body).getJsonNumber("prcs_id").longValue();
  }

  /** The only step of an instance. */
  JsonObject step(long instance) {
    return items(server.api().get("v1/steps?status=all&prcs_id=" + instance)).get(0);
  }

  int countInStatus(String status) {
    var query = "?limit=1&total=true&status=" + status + "&diagram=" + name.replace(" ", "%20");
    return json(server.api().get("v1/processes" + query)).getInt("total");
  }

  private JsonObject post(String path, JsonObjectBuilder body) {
    var response = server.api().post(path, body.build().toString());
    assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
    return items(response).get(0);
  }

  private static List<JsonObject> items(HttpResponse<String> response) {
    return json(response).getJsonArray("items").getValuesAs(JsonObject.class);
  }

  static JsonObject json(HttpResponse<String> response) {
    try (var reader = Json.createReader(new StringReader(response.body()))) {
      return reader.readObject();
    }
  }
}
