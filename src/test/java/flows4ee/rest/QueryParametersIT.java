package flows4ee.rest;

import static java.util.Comparator.reverseOrder;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Query parameters: those that nobody knows, pages of whole lists, order, several values. */
class QueryParametersIT extends RestIT {

  private static final String BAD =
      "{\"success\":false,\"message\":\"Bad value\",\"item\":{\"errors\":[{\"type\":\"bad"
          + " value\",\"value\":\"%s\"}]}}";

  private HttpResponse<String> send(String method, String path) {
    return api.send(
        api.request(path)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString("{}")));
  }

  @ParameterizedTest
  @CsvSource({
    "PUT, diagrams/1",
    "POST, processes",
    "PUT, processes/1",
    "PUT, processes/1/suspend",
    "PUT, processes/1/resume",
    "POST, messages",
    "PUT, steps/1/pause",
    "PUT, steps/1/force_next_step",
    "PUT, steps/1/rewind",
    "DELETE, steps/1",
    "PUT, configuration",
    "POST, oauth_clients",
    "PUT, oauth_clients/x",
    "PUT, oauth_clients/x/roles",
    "PUT, oauth_clients/x/disable",
    "PUT, oauth_clients/x/enable",
    "POST, oauth_clients/x/secrets",
    "POST, oauth_clients/x/handover",
    "DELETE, oauth_clients/x/secrets/1",
    "DELETE, oauth_clients/x/tokens",
    "DELETE, oauth_clients/x"
  })
  void shouldNotActOnAParameterThatAnExtensionDoesNotKnow(String method, String path) {
    assertRefusal(send(method, "v1/" + path + "?dry_run=true"), 400, BAD.formatted("dry_run"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"start", "reset", "terminate"})
  void shouldIgnoreUnknownParametersWhereTheOriginalDoes(String operation) {
    String path = "v1/processes/999999999/" + operation + "?dry_run=true";
    assertThat(send("PUT", path).statusCode()).isEqualTo(404);
  }

  @Test
  void shouldTakeTheAttributesOfADiagramFromTheQueryForRawXmlOnly() {
    var body = "{\"name\":\"x\",\"content\":\"<a/>\"}";
    assertRefusal(
        api.post("v1/diagrams?status=released", body),
        400,
        "{\"success\":false,\"message\":\"Bad value\",\"item\":{\"name\":\"x\",\"errors\":[{"
            + "\"type\":\"bad value\",\"value\":\"status\"}]}}");
  }

  @Test
  void shouldPageListsThatAreAtHandAsAWhole() {
    // given
    long diagram = deploy("a01-basic-model.bpmn");
    String path = "v1/diagrams/" + diagram + "/objects";
    var all = json(api.get(path)).getJsonArray("items");
    // when
    var page = json(api.get(path + "?limit=1&offset=1"));
    // then
    assertThat(page.getJsonArray("items")).containsExactly(all.get(1));
    assertThat(page.getInt("limit")).isEqualTo(1);
    assertThat(page.getInt("offset")).isEqualTo(1);
    assertThat(page.getBoolean("hasMore")).isTrue();
    assertThat(page.getJsonArray("links").getValuesAs(JsonObject.class))
        .extracting(link -> link.getString("rel"))
        .containsExactly("self", "describedby", "first", "next", "prev");
    assertThat(json(api.get("v1/configuration?limit=2")).getInt("count")).isEqualTo(2);
    assertThat(json(api.get("v1/utils/roles?limit=1")).getBoolean("hasMore")).isTrue();
    assertThat(json(api.get("v1/diagrams/" + diagram + "?limit=5")).getInt("limit")).isEqualTo(5);
    assertThat(json(api.get("v1/diagrams/" + diagram + "?offset=1")).getInt("count")).isZero();
  }

  @Test
  void shouldPageTheObjectsOfADiagramLikeEveryList() {
    // given
    String path = "v1/diagrams/" + deploy("a01-basic-model.bpmn") + "/objects";
    var all = json(api.get(path + "?total=true"));
    // then
    assertThat(all.getInt("limit")).isEqualTo(25);
    assertThat(all.getInt("total")).isEqualTo(all.getInt("count"));
    var first = json(api.get(path + "?limit=2&stats=true&order_by=bpmn_id:desc"));
    String next = first.getJsonArray("links").getJsonObject(3).getString("href");
    assertThat(next).contains("after=", "order_by=", "stats=true");
    var second = json(api.get(next.substring(server.base().toString().length() + 1)));
    var ids = new ArrayList<String>();
    for (var page : List.of(first, second)) {
      page.getJsonArray("items")
          .getValuesAs(JsonObject.class)
          .forEach(object -> ids.add(object.getString("bpmn_id")));
    }
    assertThat(ids).hasSize(4).doesNotHaveDuplicates().isSortedAccordingTo(reverseOrder());
    assertThat(api.get(path + "?stats=true&order_by=avg_seconds").statusCode()).isEqualTo(200);
    assertRefusal(api.get(path + "?order_by=waiting"), 400, BAD.formatted("order_by"));
    assertRefusal(api.get(path + "?limit=501"), 400, BAD.formatted("limit"));
  }

  @Test
  void shouldPageTheCollectionsOfOne() {
    for (String path :
        List.of(
            "v1/processes/" + startBasic() + "/summary",
            "v1/oauth_clients/" + server.credentials().id())) {
      var whole = json(api.get(path));
      assertThat(whole.getInt("limit")).as(path).isZero();
      var page = json(api.get(path + "?limit=5"));
      assertThat(page.getInt("limit")).as(path).isEqualTo(5);
      assertThat(page.getInt("count")).as(path).isEqualTo(1);
      var beyond = json(api.get(path + "?offset=1"));
      assertThat(beyond.getJsonArray("items")).as(path).isEmpty();
      assertRefusal(api.get(path + "?limit=1001"), 400, BAD.formatted("limit"));
      assertRefusal(api.get(path + "?total=true"), 400, BAD.formatted("total"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "diagrams/1",
        "processes/1",
        "steps/1",
        "processes/1/activities",
        "utils/roles",
        "configuration"
      })
  void shouldBoundThePageOfEveryCollection(String path) {
    assertRefusal(api.get("v1/" + path + "?limit=0"), 400, BAD.formatted("limit"));
  }

  @ParameterizedTest
  @CsvSource({
    "steps?status=odd, status",
    "utils/rest_event_log?log_info=odd, log_info",
    "oauth_clients?disabled=odd, disabled",
    "oauth_clients?order_by=secrets, order_by"
  })
  void shouldRefuseAWordThatIsNoneOfThoseKnown(String path, String parameter) {
    assertRefusal(api.get("v1/" + path), 400, BAD.formatted(parameter));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "object_name",
        "type",
        "lane",
        "lane_name",
        "lane_role",
        "work_started",
        "sbfl_sbfl_id",
        "process_level",
        "diagram_level",
        "calling_sbfl",
        "scope",
        "step_key"
      })
  void shouldOrderWorkByAnyColumn(String column) {
    startBasic();
    startBasic();
    var first = json(api.get("v1/steps?limit=1&order_by=" + column + ":desc"));
    assertThat(first.getInt("count")).isEqualTo(1);
    String next = first.getJsonArray("links").getJsonObject(3).getString("href");
    var second = json(api.get(next.substring(server.base().toString().length() + 1)));
    assertThat(second.getInt("count")).isEqualTo(1);
    assertThat(second.getJsonArray("items")).isNotEqualTo(first.getJsonArray("items"));
  }

  @Test
  void shouldOrderWhatHangsOnAnInstance() {
    // given
    String create = "v1/diagrams/" + deploy("a01-basic-model.bpmn") + "/processes";
    var created = api.post(create, "{\"logging_level\":8,\"start\":true}");
    String path = "v1/processes/" + item(created).getInt("prcs_id");
    // when
    var events = json(api.get(path + "/events?order_by=event:desc")).getJsonArray("items");
    // then
    assertThat(events.getValuesAs(JsonObject.class))
        .extracting(event -> event.getString("event"))
        .hasSizeGreaterThan(1)
        .isSortedAccordingTo((a, b) -> b.compareTo(a));
    for (String column : List.of("sbfl_id", "bpmn_id", "type", "start_on", "run", "status")) {
      assertThat(api.get(path + "/timers?order_by=" + column).statusCode()).isEqualTo(200);
    }
    for (String column :
        List.of(
            "calling_dgrm_id",
            "calling_objt",
            "dgrm_id",
            "diagram_name",
            "diagram_version",
            "diagram_level")) {
      assertThat(api.get(path + "/called_diagrams?order_by=" + column).statusCode()).isEqualTo(200);
    }
    for (String column : List.of("name", "key", "value", "prcs_id", "sbfl_id", "created")) {
      assertThat(api.get("v1/message_subscriptions?order_by=" + column).statusCode())
          .isEqualTo(200);
    }
  }

  @Test
  void shouldOrderTheLogAndTheClients() {
    for (String name : List.of("a", "b")) {
      api.post(
          "v1/oauth_clients",
          "{\"name\":\"%s\",\"support_email\":\"%s@b.de\",\"roles\":[]}"
              .formatted(name(name), name));
    }
    assertThat(
            json(api.get("v1/oauth_clients?limit=500&order_by=created_at:desc"))
                .getJsonArray("items")
                .getValuesAs(JsonObject.class))
        .extracting(client -> client.getString("created_at"))
        .hasSizeGreaterThan(1)
        .isSortedAccordingTo((a, b) -> b.compareTo(a));
    var log =
        json(api.get("v1/utils/rest_event_log?order_by=lgrt_http_method&method=POST&limit=2"));
    assertThat(log.getInt("count")).isEqualTo(2);
    String next = log.getJsonArray("links").getJsonObject(3).getString("href");
    assertThat(api.get(next.substring(server.base().toString().length() + 1)).statusCode())
        .isEqualTo(200);
  }

  @Test
  void shouldTakeSeveralValuesAsAlternatives() {
    // given
    String first = name("first");
    String second = name("second");
    for (String name : List.of(first, second)) {
      api.post(
          "v1/oauth_clients",
          "{\"name\":\"%s\",\"support_email\":\"a@b.de\",\"roles\":[\"Flows for Apex - Read\"]}"
              .formatted(name));
    }
    // when
    String query =
        ("v1/oauth_clients?name=" + first + "&name=" + second).replace(" ", "%20")
            + "&role=Flows%20for%20Apex%20-%20Read&role=Flows%20for%20Apex%20-%20Admin";
    // then
    assertThat(json(api.get(query)).getJsonArray("items").getValuesAs(JsonObject.class))
        .extracting(client -> client.getString("name"))
        .containsExactly(first, second);
  }
}
