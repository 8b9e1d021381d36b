package flows4ee.rest;

import static org.assertj.core.api.Assertions.assertThat;

import flows4ee.oauth.Role;
import jakarta.json.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules of the original that the run-time configuration turns on or off. */
class ConfiguredRulesIT extends RestIT {

  private String key;

  private void set(String name, String value) {
    key = name;
    change(value);
  }

  private void change(String value) {
    var body = Json.createObjectBuilder();
    if (value == null) {
      body.addNull(key);
    } else {
      body.add(key, value);
    }
    var response = api.put("v1/configuration", body.build().toString());
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
  }

  @AfterEach
  void setBack() {
    change(null);
  }

  @ParameterizedTest
  @ValueSource(strings = {"diagrams/999999999", "processes/999999999", "steps/999999999"})
  void shouldNotFindUnknownIdsWhenReadsAreStrict(String path) {
    // given
    assertAnswer(api.get("v1/" + path), emptyCollection(path));
    // when
    set("rest_strict_get", "true");
    // then
    assertRefusal(api.get("v1/" + path), 404, "{\"success\":false,\"message\":\"Item not found\"}");
    assertAnswer(server.apiWith(Role.WRITE).get("v1/" + path), emptyCollection(path));
  }

  @Test
  void shouldCompleteWithoutStepKeyWhenPreventionIsLegacy() {
    // given
    set("duplicate_step_prevention", "legacy");
    long process = startBasic();
    int step = step(process).getInt("sbfl_id");
    // when
    var completed = api.put("v1/steps/" + step + "/complete", "{\"step_key\":null}");
    // then
    assertThat(json(completed).getString("message")).isEqualTo("step updated");
    assertThat(completed.statusCode()).isEqualTo(200);
    assertThat(step(process).getString("current")).isNotEqualTo("A");
  }

  @Test
  void shouldServePingToAnyRoleWhenSoConfigured() {
    // given
    set("rest_ping_any_role", "true");
    // then
    var ping = server.apiWith(Role.READ).get("v1/utils/ping");
    assertThat(json(ping).getString("status")).isEqualTo("ok");
    assertThat(json(ping).getString("token")).startsWith("Bearer ");
    assertThat(server.anonymous().get("v1/utils/ping").statusCode()).isEqualTo(401);
  }
}
