package flows4ee.rest;

import static org.assertj.core.api.Assertions.assertThat;

import flows4ee.oauth.Role;
import flows4ee.server.ApiClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Roles are enforced by the server for every method, independently of each other. */
class RolesIT extends RestIT {

  private static final String NO_PRIVILEGE =
      "{\"success\":false,\"message\":\"Necessary privilege not granted\"}";
  private static final String UNAUTHORIZED = "{\"success\":false,\"message\":\"Unauthorized\"}";

  private static HttpResponse<String> call(ApiClient caller, String method, String path) {
    return caller.send(
        caller
            .request(path)
            .header("Content-Type", "application/json")
            .method(
                method,
                method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString("{}")));
  }

  @ParameterizedTest
  @CsvSource({
    "v1/diagrams, READ",
    "v1/diagrams/999999999, READ",
    "v1/diagrams/999999999/processes, READ",
    "v1/processes/999999999, READ",
    "v1/processes/999999999/process_vars, READ",
    "v1/processes/999999999/steps, READ",
    "v1/processes/999999999/activities, READ",
    "v1/steps/999999999, READ",
    "v1/processes/999999999/message_subscriptions, ADMIN",
    "v1/utils/ping, ADMIN",
    "v1/utils/roles, ADMIN"
  })
  void shouldHideTheRowsFromACallerWithoutTheRole(String path, Role needed) {
    for (Role role : Role.values()) {
      if (role != needed) {
        var response = call(server.apiWith(role), "GET", path);
        assertThat(response.statusCode()).as("%s as %s", path, role).isEqualTo(200);
        assertThat(json(response).getJsonArray("items")).isEmpty();
        assertThat(response.headers().firstValue("ETag")).isEmpty();
      }
    }
    assertThat(json(call(server.apiWithoutRoles(), "GET", path)).getInt("count")).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "POST, v1/diagrams, WRITE, flowsforapex.write",
    "POST, v1/diagrams/999999999/processes, WRITE, flowsforapex.write",
    "DELETE, v1/processes/999999999, ADMIN, flowsforapex.admin",
    "PUT, v1/processes/999999999/start, WRITE, flowsforapex.write",
    "PUT, v1/processes/999999999/reset, WRITE, flowsforapex.write",
    "PUT, v1/processes/999999999/terminate, WRITE, flowsforapex.write",
    "PUT, v1/processes/999999999/process_vars, WRITE, flowsforapex.write",
    "DELETE, v1/processes/999999999/process_vars, ADMIN, flowsforapex.admin",
    "PUT, v1/steps/999999999/start, WRITE, flowsforapex.write",
    "PUT, v1/steps/999999999/reserve, WRITE, flowsforapex.write",
    "PUT, v1/steps/999999999/release, WRITE, flowsforapex.write",
    "PUT, v1/steps/999999999/complete, WRITE, flowsforapex.write",
    "PUT, v1/steps/999999999/restart, WRITE, flowsforapex.write",
    "PUT, v1/steps/999999999/reschedule_timer, WRITE, flowsforapex.write",
    "PUT, v1/messages/paid, MESSAGES, flowsforapex.messages"
  })
  void shouldRefuseAChangeWithoutTheRole(String method, String path, Role needed, String scope) {
    for (Role role : Role.values()) {
      if (role != needed) {
        var response = call(server.apiWith(role), method, path);
        assertRefusal(response, 403, NO_PRIVILEGE);
        assertThat(response.headers().firstValue("WWW-Authenticate").orElse(""))
            .startsWith(
                "Bearer realm=\"%s\", error=\"insufficient_scope\", scope=\"%s"
                    .formatted(server.base(), scope));
      }
    }
    assertRefusal(call(server.apiWithoutRoles(), method, path), 403, NO_PRIVILEGE);
    assertThat(call(server.apiWith(needed), method, path).statusCode()).isIn(400, 404);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, v1/diagrams",
    "POST, v1/diagrams",
    "PUT, v1/steps/999999999/complete",
    "DELETE, v1/processes/999999999",
    "GET, v1/utils/ping"
  })
  void shouldDemandAToken(String method, String path) {
    var response = call(server.anonymous(), method, path);
    assertRefusal(response, 401, UNAUTHORIZED);
    assertThat(response.headers().firstValue("WWW-Authenticate"))
        .contains("Bearer realm=\"" + server.base() + "\"");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, v1/diagrams",
    "PUT, v1/steps/999999999/complete",
    "DELETE, v1/processes/999999999"
  })
  void shouldRefuseABadToken(String method, String path) {
    var response = call(server.anonymous().withToken("eyJhbGciOiJub25lIn0.e30."), method, path);
    assertRefusal(response, 401, UNAUTHORIZED);
    assertThat(response.headers().firstValue("WWW-Authenticate"))
        .contains(
            ("Bearer realm=\"%s\", error=\"invalid_token\","
                    + " error_description=\"The access token is invalid\"")
                .formatted(server.base()));
  }

  @Test
  void shouldHideAnExportAsIfTheDiagramDidNotExist() {
    long diagram = deploy("a01-basic-model.bpmn");
    String body = "{\"success\":false,\"message\":\"Item not found\"}";
    assertRefusal(server.apiWith(Role.WRITE).get("v1/diagrams/" + diagram + "/export"), 404, body);
    assertRefusal(api.get("v1/diagrams/999999999/export"), 404, body);
  }

  @Test
  void shouldTellAWriterTheIdOfItsInstanceInTheHeaderOnly() {
    long diagram = deploy("a01-basic-model.bpmn");
    var created = server.apiWith(Role.WRITE).post("v1/diagrams/" + diagram + "/processes", "{}");
    assertThat(created.statusCode()).isEqualTo(201);
    assertThat(json(created).getJsonArray("items")).isEmpty();
    assertThat(created.headers().firstValue("Location").orElse(""))
        .matches(server.base() + "/v1/processes/\\d+");
  }
}
