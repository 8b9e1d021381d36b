package flows4ee.rest;

import static org.assertj.core.api.Assertions.assertThat;

import flows4ee.oauth.Role;
import flows4ee.server.ApiClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A repeated request with the same {@code Idempotency-Key} acts once. */
class IdempotencyIT extends RestIT {

  private final String key = UUID.randomUUID().toString();

  private HttpResponse<String> post(ApiClient caller, String path, String body) {
    return caller.send(
        caller
            .request(path)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(BodyPublishers.ofString(body)));
  }

  private static boolean isReplayed(HttpResponse<String> response) {
    return response.headers().firstValue("Idempotency-Replayed").equals(Optional.of("true"));
  }

  @Test
  void shouldCreateOneInstanceOnly() {
    // given
    long diagram = deploy("a01-basic-model.bpmn");
    String path = "v1/diagrams/" + diagram + "/processes";
    // when
    var first = post(api, path, "{\"name\":\"once\"}");
    var again = post(api, path, "{\"name\":\"once\"}");
    // then
    assertThat(first.statusCode()).isEqualTo(201);
    assertThat(isReplayed(first)).isFalse();
    assertThat(again.statusCode()).isEqualTo(201);
    assertThat(isReplayed(again)).isTrue();
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.headers().firstValue("Location"))
        .isPresent()
        .isEqualTo(first.headers().firstValue("Location"));
    assertThat(json(api.get(path + "?status=all")).getInt("count")).isEqualTo(1);
  }

  @Test
  void shouldCreateOneClientOnlyAndShowItsSecretOnce() {
    // given
    String name = name("Keyed");
    String body = "{\"name\":\"" + name + "\",\"support_email\":\"ops@example.org\"}";
    // when
    var first = post(api, "v1/oauth_clients", body);
    var again = post(api, "v1/oauth_clients", body);
    // then
    assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
    assertThat(item(first).getString("client_secret")).hasSize(43);
    assertThat(isReplayed(again)).isTrue();
    assertThat(item(again)).doesNotContainKey("client_secret");
    assertThat(item(again).getString("client_id")).isEqualTo(item(first).getString("client_id"));
  }

  @Test
  void shouldKeepTheRefusalOfAChangeOfAClient() {
    // given
    String body = "{\"name\":\"it_all\",\"support_email\":\"ops@example.org\"}";
    // when
    var first = post(api, "v1/oauth_clients", body);
    var again = post(api, "v1/oauth_clients", body);
    // then
    assertThat(first.statusCode()).as(first.body()).isEqualTo(409);
    assertThat(isReplayed(again)).isTrue();
    assertThat(again.body()).isEqualTo(first.body());
  }

  @Test
  void shouldCreateOneInstanceOnlyForManyAtOnce() {
    // given
    long diagram = deploy("a01-basic-model.bpmn");
    String path = "v1/diagrams/" + diagram + "/processes";
    // when
    List<Integer> statuses =
        IntStream.range(0, 6)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> post(api, path, "{}").statusCode()))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();
    // then
    assertThat(statuses).contains(201).allMatch(status -> status == 201 || status == 409);
    assertThat(json(api.get(path + "?status=all")).getInt("count")).isEqualTo(1);
  }

  @Test
  void shouldKeepRefusalsToo() {
    String path = "v1/diagrams/999999999/processes";
    assertThat(post(api, path, "{}").statusCode()).isEqualTo(404);
    var again = post(api, path, "{}");
    assertThat(again.statusCode()).isEqualTo(404);
    assertThat(isReplayed(again)).isTrue();
  }

  @Test
  void shouldRefuseAKeyOfAnotherRequest() {
    String path = "v1/diagrams/999999999/processes";
    post(api, path, "{}");
    assertRefusal(
        post(api, path, "{\"name\":\"x\"}"),
        422,
        "{\"success\":false,\"message\":\"Idempotency key reused with a different request\"}");
  }

  @Test
  void shouldKeepKeysOfClientsApart() {
    long diagram = deploy("a01-basic-model.bpmn");
    String path = "v1/diagrams/" + diagram + "/processes";
    post(api, path, "{}");
    var other = post(server.apiWith(Role.WRITE), path, "{}");
    assertThat(other.statusCode()).isEqualTo(201);
    assertThat(isReplayed(other)).isFalse();
  }

  @Test
  void shouldNotKeepTheLackOfARole() {
    String path = "v1/diagrams/999999999/processes";
    var reader = server.apiWith(Role.READ);
    assertThat(post(reader, path, "{}").statusCode()).isEqualTo(403);
    assertThat(isReplayed(post(reader, path, "{}"))).isFalse();
  }

  @Test
  void shouldRefuseAMalformedKey() {
    var response =
        api.send(
            api.request("v1/messages")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "x".repeat(256))
                .POST(BodyPublishers.ofString("[]")));
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).contains("\"value\":\"Idempotency-Key\"");
  }
}
