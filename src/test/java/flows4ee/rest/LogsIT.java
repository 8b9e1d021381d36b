package flows4ee.rest;

import static org.assertj.core.api.Assertions.assertThat;

import flows4ee.server.ClientCredentials;
import java.nio.file.Files;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What callers send in confidence stands in no log. */
class LogsIT extends RestIT {

  private static final String GRANT = "grant_type=client_credentials";

  private final String secret = "secret-" + UUID.randomUUID();
  private final String token = "token-" + UUID.randomUUID();
  private final ClientCredentials wrong = new ClientCredentials(server.credentials().id(), secret);

  private List<Integer> sendInConfidence() {
    var anonymous = server.anonymous();
    return List.of(
        anonymous
            .postForm("oauth/token?client_id=" + wrong.id() + "&client_secret=" + secret, GRANT)
            .statusCode(),
        anonymous.withAuthorization(wrong.basic()).postForm("oauth/token", GRANT).statusCode(),
        anonymous.postForm("oauth/revoke", "client_secret=" + secret).statusCode(),
        anonymous.get("v1/diagrams?access_token=" + token).statusCode(),
        anonymous.withToken(token).get("v1/diagrams").statusCode(),
        anonymous.withToken(token).put("v1/processes/1/start", "{}").statusCode());
  }

  @Test
  void shouldHoldNoSecretAndNoToken_SEC_TOK_2_SEC_JWT_17() throws Exception {
    // when
    assertThat(sendInConfidence()).isSubsetOf(400, 401);
    // then
    var confidential = List.of(secret, token, wrong.basic().substring("Basic ".length()));
    var log = Files.readString(server.firstClientFile().resolveSibling("server.log"));
    var calls = api.get("v1/utils/rest_event_log?limit=100");
    assertThat(calls.statusCode()).as(calls.body()).isEqualTo(200);
    assertThat(log).contains("flows4ee").doesNotContain(confidential);
    assertThat(calls.body()).doesNotContain(confidential);
  }
}
