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
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Instances and tasks at the console, in a browser. */
class ConsoleInstancesIT {

  private static final Path MODELS = Path.of("src/test/resources/models/flows-for-apex");
  private static final int MANY = 200;

  private static final String TIMER =
      """
      <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="t">
        <process id="Timer" isExecutable="true">
          <startEvent id="Start"/>
          <sequenceFlow id="f1" sourceRef="Start" targetRef="Wait"/>
          <intermediateCatchEvent id="Wait"><timerEventDefinition>
            <timeDuration>PT1H</timeDuration></timerEventDefinition></intermediateCatchEvent>
          <sequenceFlow id="f2" sourceRef="Wait" targetRef="End"/>
          <endEvent id="End"/>
        </process>
      </definitions>""";

  private final TestServer server = TestServer.current();
  private final ConsoleUser user = server.administrator();
  private final String diagram = "Orders " + Long.toString(System.nanoTime(), 36);

  private Visit visit(String program) {
    var input =
        Json.createObjectBuilder()
            .add("diagram", diagram)
            .add("waiting", waiting())
            .add("count", MANY);
    return new ConsoleTour(server, user).inspect(program, input.build());
  }

  private String waiting() {
    return "Waiting " + diagram;
  }

  private void deploy(String model) throws IOException {
    deploy(diagram, Files.readString(MODELS.resolve(model)));
  }

  private void deploy(String name, String content) {
    var body =
        Json.createObjectBuilder()
            .add("name", name)
            .add("status", "released")
            .add("content", content);
    var response = server.api().post("v1/diagrams", body.build().toString());
    assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
  }

  private void start() {
    start(diagram);
  }

  private void start(String name) {
    var body =
        Json.createObjectBuilder().add("diagram_name", name).add("name", name).add("start", true);
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

  @Test
  void shouldChooseAnObjectInThePictureWithTheKeyboard() throws IOException {
    // given
    deploy("a17a-exc-gw-errors-and-restarts.bpmn");
    start();
    // when
    var seen = visit("console-picture.mjs").seen();
    // then
    assertThat(seen.getInt("steps")).isEqualTo(1);
  }

  @Test
  void shouldTellWhatNeedsAttention() throws IOException {
    // given
    deploy("a02a-exclusive-gateway-no-route.bpmn");
    start();
    deploy(waiting(), TIMER);
    start(waiting());
    // when
    var visit = visit("console-operations.mjs");
    // then
    assertThat(ConsoleTour.texts(visit, "place")).startsWith(diagram, "Exclusive", "1");
    assertThat(visit.seen().getInt("withError")).isPositive();
    assertThat(visit.seen().getString("lateness")).startsWith("1 d");
    assertThat(visit.seen().getString("hottest")).endsWith("1");
  }
}
