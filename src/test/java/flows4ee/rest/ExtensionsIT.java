package flows4ee.rest;

import static org.assertj.core.api.Assertions.assertThat;

import flows4ee.oauth.Role;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** The extensions: life cycle of diagrams, search, work list, step operations, administration. */
class ExtensionsIT extends RestIT {

  private static final String SUCCESS = "{\"success\":true,\"message\":\"%s\"";

  private HttpResponse<String> step(long subflow, String operation, String body) {
    return api.put("v1/steps/" + subflow + "/" + operation, body);
  }

  private static String key(JsonObject step) {
    return "\"step_key\":\"" + step.getString("step_key") + "\"";
  }

  private static void assertConflict(HttpResponse<String> response, String message) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(409);
    assertThat(json(response).getString("message")).isEqualTo(message);
  }

  @Test
  void shouldTakeADiagramThroughItsLife() {
    long id = deploy("a01-basic-model.bpmn");
    String path = "v1/diagrams/" + id;
    assertThat(api.put(path, "{\"status\":\"released\"}").body())
        .startsWith(SUCCESS.formatted("diagram updated"));
    assertConflict(api.put(path, "{\"name\":\"other\"}"), "Diagram is not a draft");
    assertConflict(api.put(path, "{\"status\":\"draft\"}"), "Status change not allowed");
    long process = create(id);
    api.put("v1/processes/" + process + "/start", "{}");
    assertConflict(
        api.put(path, "{\"status\":\"archived\"}"),
        "You tried to archive a diagram that has running instances.");
    var refused = api.delete(path);
    assertRefusal(
        refused,
        409,
        "{\"success\":false,\"message\":\"Diagram has process instances\",\"item\":{\"processes\":1}}");
    assertRefusal(
        api.delete(path + "?cascade=true"),
        200,
        "{\"success\":true,\"message\":\"diagram deleted\"}");
    assertThat(json(api.get(path)).getInt("count")).isZero();
    assertThat(json(api.get("v1/processes/" + process)).getInt("count")).isZero();
  }

  @Test
  void shouldRefuseTheSameVersionTwiceUnlessADraftIsReplaced() {
    String body =
        Json.createObjectBuilder()
            .add("name", name("Twice"))
            .add("content", model("a01-basic-model.bpmn"))
            .build()
            .toString();
    long id = item(api.post("v1/diagrams", body)).getInt("dgrm_id");
    assertConflict(api.post("v1/diagrams", body), "Diagram already exists");
    var replaced = api.post("v1/diagrams?overwrite=true", body);
    assertThat(item(replaced).getInt("dgrm_id")).isEqualTo((int) id);
    var dry = api.post("v1/diagrams?dry_run=true&overwrite=true", body);
    assertThat(dry.statusCode()).isEqualTo(200);
  }

  @Test
  void shouldListTheObjectsOfADiagramWithTheirInstances() {
    // given
    long diagram = deploy("a01-basic-model.bpmn");
    long process = create(diagram);
    api.put("v1/processes/" + process + "/start", "{}");
    // when
    var plain = json(api.get("v1/diagrams/" + diagram + "/objects")).getJsonArray("items");
    var counted =
        json(api.get("v1/diagrams/" + diagram + "/objects?stats=true")).getJsonArray("items");
    // then
    assertThat(plain.getJsonObject(0).keySet())
        .containsExactly(
            "objt_id",
            "bpmn_id",
            "name",
            "tag_name",
            "sub_tag_name",
            "parent_bpmn_id",
            "lane",
            "attached_to",
            "interrupting");
    assertThat(counted.getValuesAs(JsonObject.class))
        .filteredOn(object -> object.getString("bpmn_id").equals("A"))
        .allSatisfy(
            object -> {
              assertThat(object.getInt("waiting")).isEqualTo(1);
              assertThat(object.getInt("completed")).isZero();
            })
        .hasSize(1);
    assertThat(api.get("v1/diagrams/999999999/objects").statusCode()).isEqualTo(404);
  }

  @Test
  void shouldCreateByNameWithEverythingAtOnce() {
    // given
    String name = name("By name");
    String deployment =
        Json.createObjectBuilder()
            .add("name", name)
            .add("content", model("a01-basic-model.bpmn"))
            .build()
            .toString();
    api.post("v1/diagrams", deployment);
    // when
    var created =
        api.post(
            "v1/processes",
            ("{\"diagram_name\":\"%s\",\"name\":\"n\",\"business_ref\":\"4711\",\"start\":true,"
                    + "\"priority\":2,\"due_on\":\"2030-01-01T00:00:00Z\",\"process_vars\":["
                    + "{\"name\":\"AMOUNT\",\"type\":\"number\",\"value\":5}]}")
                .formatted(name));
    // then
    assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
    JsonObject instance = item(created);
    assertThat(instance.getString("status")).isEqualTo("running");
    assertThat(instance.getJsonArray("process_vars").size()).isEqualTo(2);
    String search =
        "v1/processes?business_ref=4711&var=AMOUNT:5&diagram=" + name.replace(" ", "%20");
    JsonObject found = item(api.get(search));
    assertThat(found.getInt("priority")).isEqualTo(2);
    assertThat(found.getString("due_on")).isEqualTo("2030-01-01T00:00:00Z");
    assertThat(found.keySet()).doesNotContain("process_vars");
    assertThat(item(api.get(search + "&fields=process_vars")).keySet()).contains("process_vars");
  }

  @Test
  void shouldFindInstancesByTheirIds() {
    // given
    long diagram = deploy("a01-basic-model.bpmn");
    long first = create(diagram);
    create(diagram);
    long third = create(diagram);
    // when
    var found = json(api.get("v1/processes?prcs_id=" + third + "&prcs_id=" + first));
    // then
    assertThat(found.getJsonArray("items").getValuesAs(JsonObject.class))
        .extracting(item -> item.getJsonNumber("prcs_id").longValue())
        .containsExactly(first, third);
    assertThat(
            json(api.get("v1/processes?prcs_id=" + first + "&dgrm_id=999999999")).getInt("count"))
        .isZero();
  }

  @Test
  void shouldCreateNothingWhenAVariableIsBad() {
    // given
    long diagram = deploy("a01-basic-model.bpmn");
    String path = "v1/diagrams/" + diagram + "/processes";
    // when
    var response =
        api.post(path, "{\"process_vars\":[{\"name\":\"A\",\"type\":\"number\",\"value\":\"x\"}]}");
    // then
    assertRefusal(
        response,
        400,
        "{\"success\":false,\"message\":\"Processing Error\",\"item\":{\"process_vars\":[{"
            + "\"name\":\"A\",\"type\":\"number\",\"value\":\"x\",\"errors\":[{"
            + "\"type\":\"processing error\",\"value\":\"x is not a valid number.\"}]}]}}");
    assertThat(json(api.get(path + "?status=all")).getInt("count")).isZero();
  }

  @Test
  void shouldOfferWorkAndLetItBeReserved() {
    // given
    long process = startBasic();
    JsonObject step = step(process);
    int subflow = step.getInt("sbfl_id");
    JsonObject work = item(api.get("v1/steps?prcs_id=" + process));
    assertThat(work.getString("type")).isEqualTo("bpmn:task");
    assertThat(work.getJsonArray("potential_users")).isEmpty();
    // when
    String mine = "{" + key(step) + ",\"reservation\":\"me\"}";
    assertThat(step(subflow, "reserve", mine).statusCode()).isEqualTo(200);
    // then
    assertConflict(
        step(subflow, "reserve", mine), "Reservation already placed on next task for you.");
    assertConflict(
        step(subflow, "reserve", mine.replace("me", "you")),
        "Reservation for you unsuccessful. Step already reserved by another user (me).");
    assertThat(item(api.get("v1/steps?reserved=true&prcs_id=" + process)).getString("reservation"))
        .isEqualTo("me");
    assertThat(json(api.get("v1/steps?reserved=false&prcs_id=" + process)).getInt("count"))
        .isZero();
    String forced = "{" + key(step) + ",\"reservation\":\"you\",\"force\":true}";
    String reserve = "v1/steps/" + subflow + "/reserve";
    assertThat(scopeNeeded(server.apiWith(Role.WRITE).put(reserve, forced)))
        .isEqualTo("flowsforapex.admin");
    assertThat(scopeNeeded(server.apiWith(Role.ADMIN).put(reserve, mine)))
        .isEqualTo("flowsforapex.write");
    assertThat(step(subflow, "reserve", forced).statusCode()).isEqualTo(200);
    assertThat(step(process).getString("reservation")).isEqualTo("you");
    assertThat(step(subflow, "release", "{" + key(step) + "}").statusCode()).isEqualTo(200);
  }

  private static String scopeNeeded(HttpResponse<String> refused) {
    assertThat(refused.statusCode()).isEqualTo(403);
    return refused
        .headers()
        .firstValue("WWW-Authenticate")
        .orElse("")
        .replaceAll(".*, scope=\"([^\"]*)\"$", "$1");
  }

  @Test
  void shouldCompleteWithVariablesOrNotAtAll() {
    // given
    long process = startBasic();
    JsonObject step = step(process);
    String path = "v1/processes/" + process + "/process_vars";
    String variables = "\"process_vars\":[{\"name\":\"V\",\"type\":\"varchar\",\"value\":\"x\"}]";
    // when
    var refused =
        step(step.getInt("sbfl_id"), "complete", "{\"step_key\":\"no\"," + variables + "}");
    // then
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(json(api.get(path)).getInt("count")).isZero();
    // when
    var done = step(step.getInt("sbfl_id"), "complete", "{" + key(step) + "," + variables + "}");
    // then
    assertThat(done.statusCode()).isEqualTo(200);
    assertThat(item(api.get(path)).getString("value")).isEqualTo("x");
  }

  @Test
  void shouldHoldASuspendedInstance() {
    // given
    long process = startBasic();
    JsonObject step = step(process);
    String path = "v1/processes/" + process;
    // when
    assertThat(api.put(path + "/suspend", "{}").body())
        .startsWith(SUCCESS.formatted("status updated"));
    // then
    assertConflict(
        step(step.getInt("sbfl_id"), "complete", "{" + key(step) + "}"),
        "This process instance is currently suspended. Please try again later.");
    assertConflict(
        api.put(path + "/suspend", "{}"),
        "Only process instances currently in running or error status can be suspended.");
    assertThat(api.put(path + "/resume", "{}").statusCode()).isEqualTo(200);
    assertConflict(
        api.put(path + "/resume", "{}"),
        "Only process instances currently in suspended status can be resumed.");
  }

  @Test
  void shouldTellAnInstancesStory() {
    long process = startBasic();
    String path = "v1/processes/" + process;
    assertThat(api.put(path, "{\"name\":\"renamed\",\"priority\":1}").body())
        .startsWith(SUCCESS.formatted("process updated"));
    assertThat(item(api.get(path)).getString("name")).isEqualTo("renamed");
    assertThat(item(api.get(path + "/summary")).getJsonObject("steps").getInt("running"))
        .isEqualTo(1);
    assertThat(json(api.get(path + "/timers")).getInt("count")).isZero();
    assertThat(json(api.get(path + "/events?source=instance")).getBoolean("hasMore")).isFalse();
    for (String unknown : new String[] {"summary", "timers", "events"}) {
      assertThat(api.get("v1/processes/999999999/" + unknown).statusCode()).isEqualTo(404);
    }
  }

  @Test
  void shouldRefuseRepairsThatDoNotFit() {
    long process = startBasic();
    JsonObject step = step(process);
    int subflow = step.getInt("sbfl_id");
    String body = "{" + key(step) + "}";
    assertConflict(
        step(subflow, "restart", body), "No Current Error Found. Check your process diagram.");
    assertConflict(
        step(subflow, "force_next_step", body),
        "Cannot force next step on subflow that is not in error status.");
    assertThat(step(subflow, "reschedule_timer", body).statusCode()).isEqualTo(400);
    assertThat(step(subflow, "start", body).statusCode()).isEqualTo(200);
    assertThat(step(subflow, "pause", body).statusCode()).isEqualTo(200);
  }

  @Test
  void shouldLogChangesWithoutTokens() {
    // given
    String id = "log-" + System.nanoTime();
    api.send(
        api.request("v1/steps/999999999/complete")
            .header("Content-Type", "application/json")
            .header("X-Request-Id", id)
            .PUT(BodyPublishers.ofString("{\"step_key\":\"abc\"}")));
    // when
    var rows = json(api.get("v1/utils/rest_event_log?call_guid=" + id)).getJsonArray("items");
    // then
    assertThat(rows.getValuesAs(JsonObject.class))
        .extracting(row -> row.getString("lgrt_log_info"))
        .containsExactly("ENTER", "ERROR");
    assertThat(rows.getJsonObject(0).getString("lgrt_payload")).isEqualTo("{\"step_key\":\"abc\"}");
    assertThat(rows.getJsonObject(1).getInt("lgrt_error_code")).isEqualTo(-20104);
    assertThat(rows.toString()).doesNotContain("Bearer", "lgrt_token");
  }

  @Test
  void shouldChangeTheConfigurationAsAWhole() {
    assertThat(
            api.put("v1/configuration", "{\"rest_idempotency_hours\":48,\"nope\":1}").statusCode())
        .isEqualTo(400);
    assertThat(setting("rest_idempotency_hours").getString("value")).isEqualTo("24");
    assertThat(api.put("v1/configuration", "{\"rest_idempotency_hours\":48}").body())
        .isEqualTo("{\"success\":true,\"message\":\"configuration updated\"}");
    assertThat(setting("rest_idempotency_hours").getString("value")).isEqualTo("48");
    api.put("v1/configuration", "{\"rest_idempotency_hours\":null}");
    assertThat(setting("rest_idempotency_hours").getString("value")).isEqualTo("24");
  }

  private JsonObject setting(String key) {
    return json(api.get("v1/configuration"))
        .getJsonArray("items")
        .getValuesAs(JsonObject.class)
        .stream()
        .filter(entry -> entry.getString("key").equals(key))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void shouldAdministerClients() {
    // given
    String name = name("Client");
    String body =
        "{\"name\":\"%s\",\"support_email\":\"a@b.de\",\"roles\":[\"Flows for Apex - Read\"]}"
            .formatted(name);
    // when
    var created = api.post("v1/oauth_clients", body);
    // then
    assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
    JsonObject client = item(created);
    String path = "v1/oauth_clients/" + client.getString("client_id");
    assertThat(client.getString("client_secret")).hasSize(43);
    assertThat(item(api.get(path)).keySet())
        .containsExactly(
            "client_id",
            "name",
            "owner",
            "description",
            "support_email",
            "support_uri",
            "roles",
            "managed",
            "disabled",
            "expires_at",
            "token_lifetime",
            "secrets",
            "created_at",
            "created_by",
            "updated_at",
            "updated_by",
            "last_used_at");
    assertConflict(api.post("v1/oauth_clients", body), "Client already exists");
    assertThat(api.put(path, "{\"description\":\"d\"}").body())
        .isEqualTo("{\"success\":true,\"message\":\"client updated\"}");
    assertThat(api.put(path + "/roles", "{\"roles\":[\"x\"]}").statusCode()).isEqualTo(400);
    var beyond =
        server.apiWith(Role.ADMIN).put(path + "/roles", "{\"roles\":[\"Flows for Apex - Write\"]}");
    assertThat(beyond.statusCode()).isEqualTo(403);
    assertThat(beyond.headers().firstValue("WWW-Authenticate"))
        .contains("Bearer realm=\"" + server.base() + "\", error=\"insufficient_scope\"");
    var secret = item(api.post(path + "/secrets", "{}"));
    assertThat(secret.getString("client_secret")).hasSize(43);
    assertThat(api.delete(path + "/secrets/" + secret.getInt("id")).body())
        .isEqualTo("{\"success\":true,\"message\":\"secret revoked\"}");
    assertThat(api.delete(path + "/tokens").body())
        .isEqualTo("{\"success\":true,\"message\":\"tokens revoked\",\"count\":0}");
    assertThat(api.delete(path).body())
        .isEqualTo("{\"success\":true,\"message\":\"client deleted\"}");
    assertThat(api.get(path).statusCode()).isEqualTo(404);
  }
}
