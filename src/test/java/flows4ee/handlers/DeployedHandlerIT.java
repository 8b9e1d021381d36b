package flows4ee.handlers;

import static org.assertj.core.api.Assertions.assertThat;

import flows4ee.server.ApiClient;
import flows4ee.server.TestServer;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** A service task runs a bean of a jar that lies in {@code WEB-INF/lib}. */
@EnabledIfSystemProperty(
    named = "flows.server",
    matches = "payara-micro",
    disabledReason = "the server of its own is a Payara Micro")
class DeployedHandlerIT {

  private static final String MODEL =
      """
      <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="t"
          xmlns:f4ee="urn:flows4ee:bpmn">
        <process id="Credit" isExecutable="true">
          <startEvent id="Start"/>
          <sequenceFlow id="f1" sourceRef="Start" targetRef="Check"/>
          <serviceTask id="Check" f4ee:handler="%s"/>
          <sequenceFlow id="f2" sourceRef="Check" targetRef="End"/>
          <endEvent id="End"/>
          <boundaryEvent id="Missing" attachedToRef="Check"><errorEventDefinition/></boundaryEvent>
          <sequenceFlow id="f3" sourceRef="Missing" targetRef="Ask"/>
          <userTask id="Ask"/>
          <sequenceFlow id="f4" sourceRef="Ask" targetRef="Done"/>
          <endEvent id="Done"/>
        </process>
      </definitions>""";

  private static TestServer server;
  private static ApiClient api;

  @BeforeAll
  static void start() throws Exception {
    server = TestServer.startWithBeans(CreditCheck.class, CreditBureau.class);
    api = server.api();
  }

  @AfterAll
  static void stop() {
    server.stop();
  }

  @Test
  void shouldRunTheBeanWithWhatIsInjected() {
    // when
    long process = start("creditCheck", "5000");
    // then
    assertThat(status(process)).isEqualTo("completed");
    assertThat(variable(process, "RATING")).isEqualTo("B");
    assertThat(variable(process, "CHECKED")).isEqualTo("Check");
  }

  @Test
  void shouldPutTheStepInErrorWhenTheBeanFailsAndRunItAfterRestart() {
    // given
    long process = start("creditCheck", "-1");
    assertThat(status(process)).isEqualTo("error");
    assertThat(events(process)).contains("handler-failed").doesNotContain("The amount is negative");
    assertThat(items("processes/" + process + "/process_vars?name=RATING")).isEmpty();
    // when
    var step = items("processes/" + process + "/steps").getJsonObject(0);
    api.put("v1/processes/" + process + "/process_vars", amount("1"));
    var restarted =
        api.put(
            "v1/steps/" + step.getInt("sbfl_id") + "/restart",
            "{\"step_key\":\"" + step.getString("step_key") + "\"}");
    // then
    assertThat(restarted.statusCode()).as(restarted.body()).isEqualTo(200);
    assertThat(status(process)).isEqualTo("completed");
    assertThat(variable(process, "RATING")).isEqualTo("A");
  }

  @Test
  void shouldTakeTheBoundaryEventOfABpmnError() {
    long process = start("creditCheck", null);
    assertThat(items("processes/" + process + "/steps").getJsonObject(0).getString("current"))
        .isEqualTo("Ask");
  }

  @Test
  void shouldPutTheStepInErrorWhenNoBeanHasTheName() {
    long process = start("noSuchCheck", "5000");
    assertThat(status(process)).isEqualTo("error");
    assertThat(events(process)).contains("handler-not-found");
  }

  private static long start(String handler, String amount) {
    String name = "Credit " + UUID.randomUUID();
    var deployment =
        Json.createObjectBuilder()
            .add("name", name)
            .add("status", "released")
            .add("content", MODEL.formatted(handler));
    assertCreated(api.post("v1/diagrams", deployment.build().toString()));
    var instance = Json.createObjectBuilder().add("diagram_name", name).add("logging_level", 8);
    var created = api.post("v1/processes", instance.build().toString());
    assertCreated(created);
    long process = json(created).getJsonArray("items").getJsonObject(0).getInt("prcs_id");
    if (amount != null) {
      api.put("v1/processes/" + process + "/process_vars", amount(amount));
    }
    var started = api.put("v1/processes/" + process + "/start", "{}");
    assertThat(started.statusCode()).as(started.body()).isEqualTo(200);
    return process;
  }

  private static String amount(String value) {
    return "{\"name\":\"AMOUNT\",\"type\":\"number\",\"value\":" + value + "}";
  }

  private static String status(long process) {
    return items("processes/" + process).getJsonObject(0).getString("status");
  }

  private static String variable(long process, String name) {
    return items("processes/" + process + "/process_vars?name=" + name)
        .getJsonObject(0)
        .getString("value");
  }

  private static String events(long process) {
    return items("processes/" + process + "/events?source=instance").toString();
  }

  private static JsonArray items(String path) {
    return json(api.get("v1/" + path)).getJsonArray("items");
  }

  private static void assertCreated(HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
  }

  private static JsonObject json(HttpResponse<String> response) {
    try (var reader = Json.createReader(new StringReader(response.body()))) {
      return reader.readObject();
    }
  }
}
