package flows4ee.admin.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import flows4ee.server.Browser;
import flows4ee.server.ConsoleClient;
import flows4ee.server.ConsoleUser;
import flows4ee.server.TestServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The diagrams of the console in a browser; what holds for all pages is in {@link ConsoleIT}. */
class ConsoleDiagramsIT {

  private static final String FAULTY = resource("/console/order.bpmn");
  private static final String BROKEN = FAULTY.replace("targetRef=\"End\"", "targetRef=\"Nowhere\"");
  private static final String CALLABLE =
      FAULTY.replace("isExecutable=\"true\"", "isExecutable=\"true\" apex:isCallable=\"true\"");
  private static final String EARLIER =
      FAULTY.replace("name=\"Check order\"", "name=\"Look at order\"");

  private final TestServer server = TestServer.current();
  private final ConsoleUser user = server.administrator();
  private final ConsoleClient console = server.console().signIn(user);
  private final String unique = Long.toString(System.nanoTime(), 36);
  private final String diagram = "Orders " + unique;
  private final String called = "Shipping " + unique;

  @Test
  void shouldBringARepairedDiagramToWork() {
    // given
    deploy(diagram, EARLIER, "draft");
    deploy(called, CALLABLE, "released");
    // when
    var visit = Browser.visit("console-diagrams.mjs", input());
    // then
    var seen = visit.seen();
    assertThat(texts(seen, "faults")).isEmpty();
    assertThat(visit.problems())
        .as("the browser itself reports the refusal of the two broken files")
        .hasSize(4)
        .allMatch(problem -> problem.contains("400") && problem.contains("dry_run=true"));
    assertFaultsAreMarked(seen);
    assertThat(seen.getString("undone")).isEmpty();
    assertThat(seen.getString("redone")).isEqualTo(called);
    assertDifferencesAreNamed(seen);
    assertThat(seen.getInt("rows")).as("header and one diagram").isEqualTo(2);
    assertThat(seen.getString("filter")).contains("status=released", "name=Orders");
    assertNothingIsLost(seen.getString("address").replaceAll("\\D", ""));
  }

  @Test
  void shouldWriteWhatObjectsHaveForTheEngine() {
    // given
    long id = deploy(diagram, resource("/console/properties.bpmn"), "draft");
    var input = Json.createObjectBuilder().add("id", id);
    // when
    var seen =
        new ConsoleTour(server, user).inspect("console-properties.mjs", input.build()).seen();
    // then
    assertThat(export(id).replaceAll(">\\s+<", "><"))
        .contains(
            "<apex:pageItem><apex:itemName>P4_ORDER</apex:itemName>"
                + "<apex:itemValue>&amp;F4A$BUSINESS_REF.</apex:itemValue></apex:pageItem>",
            "<bpmn:multiInstanceLoopCharacteristics isSequential=\"true\"><bpmn:extensionElements>"
                + "<apex:inputCollection>",
            "<apex:expression>SKUS</apex:expression>",
            "<apex:expressionType>processVariableList</apex:expressionType>",
            "<apex:insideVariable>SKU</apex:insideVariable>",
            "<apex:expressionType>processVariableArray</apex:expressionType>",
            "<apex:insideVariable>SKU:QTY</apex:insideVariable>",
            "<apex:expression>:F4A$COMPLETED_INSTANCES &gt;= 10</apex:expression>",
            "<apex:description>Item &amp;LOOP_COUNTER.</apex:description>",
            "xmlns:f4ee=\"urn:flows4ee:bpmn\"",
            "f4ee:handler=\"stock\"",
            "<bpmn:timerEventDefinition id=\"T1\"><bpmn:extensionElements><apex:oracleDuration>"
                + "<apex:intervalDS>001 02:00:00</apex:intervalDS></apex:oracleDuration>"
                + "</bpmn:extensionElements></bpmn:timerEventDefinition>",
            "<bpmn:terminateEventDefinition id=\"T2\">"
                + "<apex:processStatus>terminated</apex:processStatus>");
    assertThat(seen.getInt("uses")).as("editing is use of the session").isPositive();
    assertThat(seen.getString("kept")).isEqualTo("2030-01-01T00:00:00Z");
    assertThat(seen.getString("left")).isEqualTo("#/diagrams/" + id);
    assertThat(seen.getString("item")).isEqualTo("&F4A$BUSINESS_REF.");
    assertThat(seen.getString("iteration")).isEqualTo("sequential");
    assertThat(seen.getString("collection")).isEqualTo("processVariableList");
    assertThat(seen.getString("timer")).isEqualTo("oracleDuration");
    assertThat(seen.getString("status")).isEqualTo("terminated");
    assertThat(seen.getString("time")).isEqualTo("timeDate");
  }

  @Test
  void shouldLayOutADiagramWithoutAPicture() {
    // given
    var unpictured =
        FAULTY
            .replaceAll("(?s)<bpmndi:BPMNDiagram.*</bpmndi:BPMNDiagram>", "")
            .replaceAll("<bpmn:(incoming|outgoing)>.*</bpmn:\\1>", "");
    long id = deploy(diagram, unpictured, "draft");
    var input = Json.createObjectBuilder().add("id", id);
    // when
    var seen = new ConsoleTour(server, user).inspect("console-layout.mjs", input.build()).seen();
    // then
    assertThat(seen.getString("hint"))
        .isEqualTo("The diagram holds no picture of its own; it is laid out here.");
    assertThat(seen.getInt("marks")).as("the warning at the element").isEqualTo(1);
    assertThat(export(id))
        .contains("name=\"Send\"", "bpmnElement=\"Call\"", "bpmnElement=\"F2\"")
        .contains("<apex:deep a=\"1\">kept</apex:deep>");
  }

  private static void assertFaultsAreMarked(JsonObject seen) {
    assertThat(seen.getString("broken")).contains("Nowhere");
    assertThat(texts(seen, "errors"))
        .containsExactly("The targetRef Nowhere is no flow node of this diagram.");
    assertThat(seen.getInt("deployable")).isZero();
    assertThat(seen.getString("faulty")).contains("The call activity names no diagram to call.");
    assertThat(seen.getString("colour")).isEqualTo("rgb(253, 241, 216)");
  }

  private void assertDifferencesAreNamed(JsonObject seen) {
    assertThat(texts(seen, "differences"))
        .containsExactlyInAnyOrder(
            "changed: Check order (process)",
            "changed: Check order (userTask)",
            "changed: Ship (callActivity)");
    assertThat(texts(seen, "changes")).contains("apex:calledDiagram: " + called);
  }

  /** What the modeler does not know stays, also where BPMN has no place for it. */
  private void assertNothingIsLost(String id) {
    assertThat(console.get("v1/diagrams/" + id).body()).contains("\"status\":\"released\"");
    assertThat(export(Long.parseLong(id)))
        .contains("apex:calledDiagram=\"" + called + "\"")
        .contains("<apex:pageId>4</apex:pageId>")
        .contains("<apex:deep a=\"1\">kept</apex:deep>")
        .contains("<apex:processStatus>completed</apex:processStatus>");
  }

  private String export(long id) {
    var accepted = console.request("v1/diagrams/" + id + "/export").header("Accept", "*/*");
    return console.send(accepted.GET()).body();
  }

  private long deploy(String name, String content, String status) {
    var body =
        Json.createObjectBuilder()
            .add("name", name)
            .add("version", "1")
            .add("status", status)
            .add("content", content)
            .build();
    var response = console.post("v1/diagrams", body.toString());
    assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
    var location = response.headers().firstValue("Location").orElseThrow();
    return Long.parseLong(location.replaceAll(".*/", ""));
  }

  private JsonObject input() {
    var input =
        Json.createObjectBuilder()
            .add("base", server.base().toString())
            .add("name", user.name())
            .add("password", user.password())
            .add("diagram", diagram)
            .add("called", called)
            .add("broken", BROKEN)
            .add("faulty", FAULTY);
    var screens = System.getProperty("flows.screens");
    if (screens != null) {
      input.add("screens", Path.of(screens).toAbsolutePath().toString());
    }
    return input.build();
  }

  private static List<String> texts(JsonObject seen, String key) {
    return seen.getJsonArray(key).getValuesAs(JsonString::getString);
  }

  private static String resource(String name) {
    try (var in = ConsoleDiagramsIT.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
