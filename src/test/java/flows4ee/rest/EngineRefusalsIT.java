package flows4ee.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/**
 * Texts of the engine that answer calls: diagrams that cannot be called, gateways without route.
 */
class EngineRefusalsIT extends RestIT {

  private static final String CALLED = "A09v - Called Non-Callable Model";

  private HttpResponse<String> createFrom(String content) {
    var body = Json.createObjectBuilder().add("name", name("Caller")).add("content", content);
    var deployed = api.post("v1/diagrams", body.build().toString());
    assertThat(deployed.statusCode()).as(deployed.body()).isEqualTo(201);
    return api.post("v1/diagrams/" + item(deployed).getInt("dgrm_id") + "/processes", "{}");
  }

  private String deployCalled() {
    String name = name("Called");
    var body =
        Json.createObjectBuilder()
            .add("name", name)
            .add("version", "1")
            .add("status", "released")
            .add("content", model("a09v-called-non-callable-model.bpmn"));
    var deployed = api.post("v1/diagrams", body.build().toString());
    assertThat(deployed.statusCode()).as(deployed.body()).isEqualTo(201);
    return name;
  }

  @Test
  void shouldRefuseToCallWhatIsNotCallable() {
    // given
    String called = deployCalled();
    // when
    var refused =
        createFrom(model("a09u-calling-non-callable-diagram.bpmn").replace(CALLED, called));
    // then
    assertRefusal(
        refused,
        409,
        "{\"success\":false,\"message\":\"You tried to call a diagram "
            + called
            + " that is marked as being not callable.\"}");
  }

  @Test
  void shouldRefuseToCallAVersionThatIsNotThere() {
    // given
    String content =
        model("a09u-calling-non-callable-diagram.bpmn")
            .replace(CALLED, deployCalled())
            .replace(
                "calledDiagramVersionSelection=\"latestVersion\"",
                "calledDiagramVersionSelection=\"namedVersion\" apex:calledDiagramVersion=\"9\"");
    // then
    assertRefusal(
        createFrom(content),
        409,
        "{\"success\":false,\"message\":\"Cannot find specified diagram version. Please check"
            + " version specification.\"}");
  }

  /** A gateway is no step of the caller: his call succeeds, and the text stands in the events. */
  @Test
  void shouldTellInTheEventsWhyAGatewayFails() {
    // given
    long process = startModel(model("a02a-exclusive-gateway-no-route.bpmn"));
    // then
    assertThatEventsTell(
        process,
        "No gateway routing instruction provided in variable Exclusive:route and model contains"
            + " no default route.");
    // given
    var variable = "[{\"name\":\"Exclusive:route\",\"type\":\"varchar2\",\"value\":\"nowhere\"}]";
    assertThat(api.put("v1/processes/" + process + "/process_vars", variable).statusCode())
        .isEqualTo(200);
    // when
    var step = step(process);
    var body = "{\"step_key\":\"" + step.getString("step_key") + "\"}";
    assertThat(api.put("v1/steps/" + step.getInt("sbfl_id") + "/restart", body).statusCode())
        .isEqualTo(200);
    // then
    assertThatEventsTell(
        process,
        "Error at gateway Exclusive. Supplied variable Exclusive:route contains invalid route:"
            + " nowhere");
  }

  private void assertThatEventsTell(long process, String text) {
    assertThat(step(process).getString("status")).isEqualTo("error");
    assertThat(api.get("v1/processes/" + process + "/events").body()).contains(text);
  }
}
