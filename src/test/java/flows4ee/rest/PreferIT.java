package flows4ee.rest;

import static org.assertj.core.api.Assertions.assertThat;

import flows4ee.oauth.Role;
import flows4ee.server.ApiClient;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Operations show what they led to for callers who prefer that. */
class PreferIT extends RestIT {

  private HttpResponse<String> preferring(
      ApiClient caller, String method, String path, String body) {
    return caller.send(
        caller
            .request(path)
            .header("Content-Type", "application/json")
            .header("Prefer", "respond-async, wait=10")
            .header("Prefer", "return=\"representation\"")
            .method(method, BodyPublishers.ofString(body)));
  }

  private static void assertShown(HttpResponse<String> response, String status) {
    assertThat(response.headers().firstValue("Preference-Applied"))
        .contains("return=representation");
    assertThat(json(response).getJsonObject("item").getString("prcs_status")).isEqualTo(status);
  }

  @Test
  void shouldShowANewInstanceAfterItsCreation() {
    // given
    long diagram = deploy("a01-basic-model.bpmn");
    String name = item(api.get("v1/diagrams/" + diagram)).getString("name");
    String byId = "v1/diagrams/" + diagram + "/processes";
    // when
    var created = preferring(api, "POST", byId, "{}");
    var started =
        preferring(
            api, "POST", "v1/processes", "{\"diagram_name\":\"" + name + "\",\"start\":true}");
    // then
    assertThat(created.statusCode()).isEqualTo(201);
    assertShown(created, "created");
    assertShown(started, "running");
    assertThat(json(created).getJsonObject("item").getJsonNumber("prcs_id"))
        .isEqualTo(item(created).getJsonNumber("prcs_id"));
    assertThat(item(created)).doesNotContainKey("prcs_status");
    assertThat(json(api.post(byId, "{}"))).doesNotContainKey("item");
    var unread = preferring(server.apiWith(Role.WRITE), "POST", byId, "{}");
    assertThat(unread.statusCode()).isEqualTo(201);
    assertThat(unread.headers().firstValue("Preference-Applied")).isEmpty();
    assertThat(json(unread)).doesNotContainKey("item");
  }

  @Test
  void shouldShowAnInstanceAfterItsVariablesWereSet() {
    // given
    String path = "v1/processes/" + create(deploy("a01-basic-model.bpmn")) + "/process_vars";
    String variable = "{\"name\":\"V\",\"type\":\"varchar\",\"value\":\"x\"}";
    String plain =
        "{\"success\":true,\"message\":\"process variables updated\",\"items\":[" + variable + "]";
    // when
    var shown = preferring(api, "PUT", path, variable);
    // then
    assertShown(shown, "created");
    assertThat(shown.body()).startsWith(plain + ",\"item\":{\"dgrm_id\":");
    assertThat(json(shown).getJsonObject("item").getJsonArray("process_vars").toString())
        .contains("\"name\":\"V\"");
    assertThat(api.put(path, variable).body()).isEqualTo(plain + "}");
    assertThat(preferring(server.apiWith(Role.WRITE), "PUT", path, variable).body())
        .isEqualTo(plain + "}");
  }

  @Test
  void shouldShowAnInstanceAndAStepAfterAnOperation() {
    // given
    long process = create(deploy("a01-basic-model.bpmn"));
    // when
    var started = preferring(api, "PUT", "v1/processes/" + process + "/start", "{}");
    // then
    assertShown(started, "running");
    // when
    JsonObject step = step(process);
    String key = "{\"step_key\":\"" + step.getString("step_key") + "\"}";
    var completed = preferring(api, "PUT", "v1/steps/" + step.getInt("sbfl_id") + "/complete", key);
    // then
    assertShown(completed, "running");
    assertThat(json(completed).getJsonObject("item").getString("current")).isEqualTo("B");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "return=minimal, return=representation",
        "foo=\"return=representation\"",
        "return=representations"
      })
  void shouldShowNothingToACallerWhoPrefersSomethingElse(String preference) {
    String path = "v1/processes/" + create(deploy("a01-basic-model.bpmn")) + "/start";
    var request = api.request(path).header("Content-Type", "application/json");
    var started = api.send(request.header("Prefer", preference).PUT(BodyPublishers.ofString("{}")));
    assertThat(started.statusCode()).isEqualTo(200);
    assertThat(started.headers().firstValue("Preference-Applied")).isEmpty();
    assertThat(json(started)).doesNotContainKey("item");
  }
}
