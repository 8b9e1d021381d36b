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
}
