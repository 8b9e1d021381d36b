package flows4ee.admin.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import flows4ee.server.Browser.Visit;
import flows4ee.server.ConsoleUser;
import flows4ee.server.TestServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Instances and tasks at the console, in a browser. */
class ConsoleInstancesIT {

  private static final String MARKUP = "<img src=x onerror=mark()>\"'";
  private static final String FAILING =
      TestDiagram.model(
              """
              <startEvent id="Start"/>
              <sequenceFlow id="f1" sourceRef="Start" targetRef="Unsupported"/>
              <complexGateway id="Unsupported"/>
              <sequenceFlow id="f2" sourceRef="Unsupported" targetRef="End"/>
              <endEvent id="End"/>""")
          .replace("isExecutable", "apex:isCallable=\"true\" isExecutable");
  private static final String CALLING =
      TestDiagram.model(
          """
          <startEvent id="Start"/>
          <sequenceFlow id="f1" sourceRef="Start" targetRef="Call"/>
          <callActivity id="Call" apex:calledDiagram="%s"/>
          <sequenceFlow id="f2" sourceRef="Call" targetRef="End"/>
          <endEvent id="End"/>""");

  private final TestServer server = TestServer.current();
  private final ConsoleUser user = server.administrator();
  private final TestDiagram diagram = new TestDiagram(server, "Orders");
  private final TestDiagram waiting = new TestDiagram(server, "Waiting");
  private final TestDiagram called = new TestDiagram(server, "Called");
  private final TestDiagram calling = new TestDiagram(server, "Calling");

  private Visit visit(String program) {
    var input =
        Json.createObjectBuilder()
            .add("diagram", diagram.name())
            .add("waiting", waiting.name())
            .add("called", called.name())
            .add("calling", calling.name());
    return new ConsoleTour(server, user).inspect(program, input.build());
  }

  @Test
  void shouldRestartAFailedStepAndReachTheEnd() {
    // given
    diagram.deployModel("a02a-exclusive-gateway-no-route.bpmn");
    // when
    var seen = visit("console-instance.mjs").seen();
    // then
    assertThat(seen.getString("reason")).contains("Exclusive", "No gateway routing instruction");
    assertThat(seen.getString("mark")).contains("failed");
    assertThat(seen.getString("events")).contains("The route is known now");
    var instance = TestDiagram.json(server.api().get("v1/processes/" + seen.getInt("id")));
    assertThat(instance.getJsonArray("items").getJsonObject(0).getString("status"))
        .isEqualTo("completed");
  }

  @Test
  void shouldDoATaskFromTheWorkList() {
    // given
    diagram.deployModel("a01-basic-model.bpmn");
    diagram.start();
    // when
    visit("console-tasks.mjs");
    // then
    var query = "?fields=process_vars&diagram=" + diagram.name().replace(" ", "%20");
    assertThat(server.api().get("v1/processes" + query).body())
        .contains("\"checked_by\"", "\"" + user.name() + "\"");
  }

  @Test
  void shouldChooseAnObjectInThePictureWithTheKeyboard() {
    // given
    diagram.deployModel("a17a-exc-gw-errors-and-restarts.bpmn");
    diagram.start();
    // when
    var seen = visit("console-picture.mjs").seen();
    // then
    assertThat(seen.getInt("steps")).isEqualTo(1);
  }

  @Test
  void shouldShowMarkupAsText_SEC_XML_7_SEC_WEB_6() throws IOException {
    // given
    var hostile = new TestDiagram(server, "</script><script>mark()</script>");
    hostile.deploy("0", Files.readString(Path.of("src/test/resources/console/hostile.bpmn")));
    var instance = "v1/processes/" + hostile.start();
    put(instance + "/process_vars", "name", "<b>V", "type", "varchar2", "value", MARKUP);
    put(instance + "/suspend", "comment", MARKUP);
    put(instance + "/resume", "comment", MARKUP);
    // when
    var input =
        Json.createObjectBuilder()
            .add("diagram", hostile.name())
            .add("client", makeClient(MARKUP + hostile.name()))
            .build();
    var seen = new ConsoleTour(server, user).visit("console-hostile.mjs", input).seen();
    // then
    assertThat(seen.getString("row")).contains(hostile.name());
    assertThat(seen.getString("steps")).contains("<svg onload=\"mark()\"><!-- ]]> & '");
    assertThat(seen.getString("heading")).contains(hostile.name());
    assertThat(seen.getString("drawn")).startsWith("<svg");
    assertThat(seen.getString("variables")).contains("<b>V", MARKUP);
    assertThat(seen.getString("events")).contains("suspended", MARKUP);
    assertThat(seen.getString("client")).contains(MARKUP);
    assertThat(seen.getInt("marks")).isZero();
  }

  private void put(String path, String... attributes) {
    var body = Json.createObjectBuilder();
    for (int i = 0; i < attributes.length; i += 2) {
      body.add(attributes[i], attributes[i + 1]);
    }
    var response = server.api().put(path, body.build().toString());
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
  }

  private String makeClient(String name) {
    var body =
        Json.createObjectBuilder().add("name", name).add("support_email", "shop@example.org");
    var response = server.console().signIn(user).post("v1/oauth_clients", body.build().toString());
    assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
    return name;
  }

  @Test
  void shouldSayInASentenceWhyThereIsNoList() {
    // when
    var visit =
        new ConsoleTour(server, user).look("console-refusals.mjs", JsonObject.EMPTY_JSON_OBJECT);
    // then
    assertThat(visit.seen().getString("bad")).isEqualTo("This value will not do: created_from.");
    assertThat(visit.seen().getString("away"))
        .isEqualTo("The service is not available at the moment. Try again soon.");
    assertThat(visit.seen().getString("german")).isEqualTo("Diese Instanz gibt es nicht (mehr).");
    assertThat(visit.problems())
        .as("the browser itself reports the refusals")
        .allMatch(problem -> problem.matches(".*(400|409|502).*v1/processes.*"));
  }

  @Test
  void shouldTellWhatNeedsAttention() {
    // given
    diagram.deployModel("a02a-exclusive-gateway-no-route.bpmn");
    diagram.start();
    diagram.start();
    waiting.deploy("0", TestDiagram.WAITING);
    waiting.start();
    called.deploy("0", FAILING);
    calling.deploy("0", CALLING.formatted(called.name()));
    calling.start();
    // when
    var visit = visit("console-operations.mjs");
    // then
    assertThat(ConsoleTour.texts(visit, "place")).startsWith(diagram.name(), "Exclusive", "2");
    assertThat(visit.seen().getInt("withError")).isPositive();
    assertThat(visit.seen().getInt("inCall")).as("the step that calls").isPositive();
    assertThat(visit.seen().getString("lateness")).startsWith("1 d");
    assertThat(visit.seen().getString("hottest")).endsWith("2");
    assertThat(visit.seen().getString("calling")).isEqualTo("1 instance");
  }
}
