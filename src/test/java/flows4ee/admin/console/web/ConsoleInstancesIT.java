package flows4ee.admin.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import flows4ee.server.Browser.Visit;
import flows4ee.server.ConsoleUser;
import flows4ee.server.TestServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Instances and tasks at the console, in a browser. */
class ConsoleInstancesIT {

  private static final Path MODELS = Path.of("src/test/resources/models/flows-for-apex");
  private static final int MANY = 200;

  private final TestServer server = TestServer.current();
  private final ConsoleUser user = server.administrator();
  private final String diagram = "Orders " + UUID.randomUUID();

  private Visit visit(String program) {
    var input = Json.createObjectBuilder().add("diagram", diagram).add("count", MANY);
    return new ConsoleTour(server, user).inspect(program, input.build());
  }

  private void deploy(String model) throws IOException {
    var body =
        Json.createObjectBuilder()
            .add("name", diagram)
            .add("status", "released")
            .add("content", Files.readString(MODELS.resolve(model)));
    var response = server.api().post("v1/diagrams", body.build().toString());
    assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
  }

  private void start() {
    var body = Json.createObjectBuilder().add("diagram_name", diagram).add("start", true);
    var response = server.api().post("v1/processes", body.build().toString());
    assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
  }

  private static JsonObject json(HttpResponse<String> response) {
    try (var reader = Json.createReader(new StringReader(response.body()))) {
      return reader.readObject();
    }
  }

  private int countInStatus(String status) {
    var query = "?limit=1&total=true&status=" + status + "&diagram=" + diagram.replace(" ", "%20");
    return json(server.api().get("v1/processes" + query)).getInt("total");
  }

  @Test
  void shouldRestartAFailedStepAndReachTheEnd() throws IOException {
    // given
    deploy("a02a-exclusive-gateway-no-route.bpmn");
    // when
    var seen = visit("console-instance.mjs").seen();
    // then
    assertThat(seen.getString("reason")).contains("Exclusive", "No gateway routing instruction");
    assertThat(seen.getString("mark")).contains("failed");
    assertThat(seen.getString("events")).contains("The route is known now");
    var instance = json(server.api().get("v1/processes/" + seen.getInt("id")));
    assertThat(instance.getJsonArray("items").getJsonObject(0).getString("status"))
        .isEqualTo("completed");
  }

  @Test
  void shouldTerminateManyInstancesAtOnce() throws IOException {
    // given
    deploy("a01-basic-model.bpmn");
    IntStream.range(0, MANY).forEach(number -> start());
    // when
    var seen = visit("console-bulk.mjs").seen();
    // then
    assertThat(seen.getInt("done")).isEqualTo(MANY);
    assertThat(countInStatus("terminated")).isEqualTo(MANY);
  }

  @Test
  void shouldDoATaskFromTheWorkList() throws IOException {
    // given
    deploy("a01-basic-model.bpmn");
    start();
    // when
    visit("console-tasks.mjs");
    // then
    var query = "?fields=process_vars&diagram=" + diagram.replace(" ", "%20");
    assertThat(server.api().get("v1/processes" + query).body())
        .contains("\"checked_by\"", "\"" + user.name() + "\"");
  }
}
