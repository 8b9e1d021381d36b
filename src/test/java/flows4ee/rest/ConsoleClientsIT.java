package flows4ee.rest;

import static org.assertj.core.api.Assertions.assertThat;

import flows4ee.server.ClientCredentials;
import flows4ee.server.ConsoleClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** OAuth clients made by a person at the console, whose secret is handed over once. */
class ConsoleClientsIT extends RestIT {

  private final ConsoleClient console = server.console().signIn(server.administrator());

  private static void assertNotFound(HttpResponse<String> response) {
    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(json(response).getString("message")).isEqualTo("Item not found");
    assertThat(response.body()).doesNotContain("client_secret");
  }

  private String create() {
    var created =
        console.post(
            "v1/oauth_clients",
            """
            {"name": "%s", "support_email": "a@example.org", "handover": true,
             "roles": ["Flows for Apex - Read"]}"""
                .formatted(name("handed over")));
    assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
    assertThat(created.body()).doesNotContain("client_secret");
    return item(created).getString("client_id");
  }

  @Test
  void shouldHandTheSecretOverOnceToTheCreator() {
    // given
    String id = create();
    String path = "v1/oauth_clients/" + id + "/handover";
    // when
    var shown = console.post(path, "{}");
    // then
    assertThat(shown.statusCode()).as(shown.body()).isEqualTo(200);
    assertThat(shown.headers().firstValue("Cache-Control")).contains("no-store");
    var credentials = new ClientCredentials(id, json(shown).getString("client_secret"));
    assertThat(server.anonymous().grantToken(credentials)).isNotBlank();
    assertNotFound(console.post(path, "{}"));
    var reopened = item(console.get("v1/oauth_clients/" + id));
    assertThat(credentials.secret())
        .endsWith(reopened.getJsonArray("secrets").getJsonObject(0).getString("hint"));
  }

  @Test
  void shouldHandNothingOverToATokenOrWithoutTheRole() {
    // given
    String path = "v1/oauth_clients/" + create() + "/handover";
    var reader = server.console().signIn(server.reader());
    // then
    assertNotFound(api.post(path, "{}"));
    assertThat(reader.post(path, "{}").statusCode()).isEqualTo(403);
    assertThat(console.post(path, "{}").statusCode()).isEqualTo(200);
  }

  @Test
  void shouldTellWhetherASecretWaits() {
    // given
    String id = create();
    String path = "v1/oauth_clients/" + id;
    console.put(path, "{\"redirect_uri\": \"https://example.org/back\"}");
    // when
    var before = item(console.get(path));
    console.post(path + "/handover", "{}");
    var after = item(console.get(path));
    // then
    assertThat(before.getBoolean("handover")).isTrue();
    assertThat(after.getBoolean("handover")).isFalse();
    assertThat(after.getString("redirect_uri")).isEqualTo("https://example.org/back");
    assertThat(item(api.get(path))).doesNotContainKeys("handover", "redirect_uri");
  }

  @Test
  void shouldTellWhoMadeAndChangedWhat() {
    // given
    String user = server.administrator().name();
    String id = create();
    // when
    var client = item(console.get("v1/oauth_clients/" + id));
    // then
    assertThat(client.getString("created_by")).isEqualTo(user);
    assertThat(client.getString("owner")).isEqualTo(user);
    // when
    long diagram = deploy("a01-basic-model.bpmn");
    var made = console.post("v1/diagrams/" + diagram + "/processes", "{}");
    long process = item(made).getJsonNumber("prcs_id").longValue();
    // then
    assertThat(console.get("v1/processes?init_by=" + user + "&order_by=prcs_id:desc").body())
        .contains("\"prcs_id\":" + process);
  }

  @Test
  void shouldKeepAnswersForOneCallerOnly() {
    // given
    String path = "v1/diagrams/" + deploy("a01-basic-model.bpmn") + "/processes";
    String key = "console-" + System.nanoTime();
    var first =
        console.send(
            console
                .request(path)
                .header("Origin", console.origin())
                .header("X-CSRF-Token", console.csrfToken())
                .header("Idempotency-Key", key)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}")));
    // when
    var other =
        api.send(
            api.request(path)
                .header("Idempotency-Key", key)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}")));
    // then
    assertThat(first.statusCode()).isEqualTo(201);
    assertThat(other.statusCode()).isEqualTo(201);
    assertThat(other.headers().firstValue("Idempotency-Replayed")).isEmpty();
  }
}
