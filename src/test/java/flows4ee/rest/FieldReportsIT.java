package flows4ee.rest;

import static org.assertj.core.api.Assertions.assertThat;

import flows4ee.oauth.Role;
import flows4ee.server.ClientCredentials;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Bugs reported of servers and engines of this kind, tried on this one. */
class FieldReportsIT extends RestIT {

  private static final String BODY = "{\"step_key\":\"x\",\"reservation\":\"x\"}";

  /** Resources guarded by roles answered 403 to the right role, depending on the kind of bean. */
  @Test
  void A05_shouldLetTheRightRoleIn() {
    long process = startBasic();
    var reader = server.apiWith(Role.READ);
    assertThat(item(reader.get("v1/processes/" + process))).isNotEmpty();
    assertThat(reader.put("v1/steps/999999999/start", BODY).statusCode()).isEqualTo(403);
    assertThat(server.apiWith(Role.WRITE).put("v1/steps/999999999/start", BODY).statusCode())
        .isEqualTo(404);
    assertThat(server.apiWith(Role.ADMIN).delete("v1/processes/999999999").statusCode())
        .isEqualTo(404);
    assertThat(server.apiWithoutRoles().delete("v1/processes/999999999").statusCode())
        .isEqualTo(403);
  }

  /** Ids that do not exist gave no usable error. */
  @Test
  void A09_shouldTellThatAnIdDoesNotExist() {
    long process = startBasic();
    var before = api.get("v1/processes/" + process).body();
    for (var response :
        List.of(
            api.delete("v1/processes/999999999"),
            api.put("v1/processes/999999999/start", "{}"),
            api.put("v1/steps/999999999/complete", BODY))) {
      assertThat(response.statusCode()).isEqualTo(404);
      assertThat(json(response).getBoolean("success")).isFalse();
      assertThat(json(response).getString("message")).isEqualTo("Item not found");
    }
    assertThat(api.get("v1/processes/" + process).body()).isEqualTo(before);
  }

  /** A token request without grant type was answered 501 and with another error. */
  @Test
  void A10_shouldAnswerAMissingGrantTypeAsInvalidRequest() {
    var response = grant(server.credentials().basic(), "scope=");
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(json(response).getString("error")).isEqualTo("invalid_request");
  }

  /** A secret with a plus sign was refused in one of its spellings. */
  @Test
  void A11_shouldTakeASecretWithAPlusSign() {
    ClientCredentials client = server.importedClient();
    assertThat(client.secret()).contains("+");
    var encoded =
        new ClientCredentials(
            client.id(), URLEncoder.encode(client.secret(), StandardCharsets.UTF_8));
    assertThat(grant(client.basic(), "grant_type=client_credentials").statusCode()).isEqualTo(200);
    assertThat(grant(encoded.basic(), "grant_type=client_credentials").statusCode()).isEqualTo(200);
  }

  /** Nobody could tell whether an external entity would be read. */
  @Test
  void A12_shouldRefuseEveryDoctype() {
    String xml =
        "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
            + model("a01-basic-model.bpmn").replaceFirst("<\\?xml[^>]*>", "");
    var response =
        api.send(
            api.request("v1/diagrams?name=" + System.nanoTime())
                .header("Content-Type", "application/xml")
                .POST(BodyPublishers.ofString(xml)));
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(json(response).getString("message")).isEqualTo("Diagram not valid");
    assertThat(json(response).getJsonObject("item").getJsonArray("errors").toString())
        .containsIgnoringCase("doctype");
  }

  private HttpResponse<String> grant(String authorization, String form) {
    return server.anonymous().withAuthorization(authorization).postForm("oauth/token", form);
  }
}
