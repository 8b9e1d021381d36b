package flows4ee.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Instances over HTTP: the bodies of success and refusal to the letter, for each operation. */
class ProcessesIT extends RestIT {

  private static final String ABSENT = "v1/processes/999999999";

  private HttpResponse<String> put(long process, String operation) {
    return api.put("v1/processes/" + process + "/" + operation, "{}");
  }

  private void assertUpdated(HttpResponse<String> response, long process) {
    assertAnswer(
        response,
        "{\"success\":true,\"message\":\"status updated\",\"links\":["
            + processLinks(process)
            + "]}");
  }

  private String status(long process) {
    return item(api.get("v1/processes/" + process)).getString("status");
  }

  @Test
  void shouldShowAnInstanceToTheLetter() {
    // given
    long diagram = deploy("a01-basic-model.bpmn");
    var created =
        api.post(
            "v1/diagrams/" + diagram + "/processes",
            "{\"name\":\"Order 4711\",\"business_ref\":4711}");
    JsonObject instance = item(created);
    long id = instance.getJsonNumber("prcs_id").longValue();
    String item =
        ("{\"dgrm_id\":%d,\"prcs_id\":%d,\"name\":\"Order 4711\",\"status\":\"created\","
                + "\"init_ts\":\"%s\",\"init_by\":\"%s\",\"process_vars\":[{\"scope\":0,"
                + "\"name\":\"business_ref\",\"type\":\"VARCHAR2\",\"value\":\"4711\"}],"
                + "\"links\":[%s]}")
            .formatted(
                diagram,
                id,
                instance.getString("init_ts"),
                server.credentials().id(),
                processLinks(id));
    // then
    assertThat(created.body()).isEqualTo(collection("processes/" + id, item, 1));
    assertAnswer(api.get("v1/processes/" + id), collection("processes/" + id, item, 1));
    assertThat(instance.getString("init_ts"))
        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{0,5}[1-9])?Z");
  }

  @ParameterizedTest
  @CsvSource({"''", "/process_vars", "/steps", "/message_subscriptions"})
  void shouldShowNothingOfAnUnknownInstance(String rest) {
    assertAnswer(api.get(ABSENT + rest), emptyCollection("processes/999999999" + rest));
  }

  @Test
  void shouldStartOnce() {
    long process = create(deploy("a01-basic-model.bpmn"));
    assertUpdated(put(process, "start"), process);
    assertRefusal(
        put(process, "start"),
        409,
        ("{\"success\":false,\"message\":\"You tried to start a process (id %d)that is already"
                + " running.\",\"item\":{\"status\":\"start\"}}")
            .formatted(process));
  }

  @Test
  void shouldEchoTheMarkerAloneOnStart() {
    assertRefusal(
        api.put(ABSENT + "/start", "{\"a\":1}"),
        404,
        "{\"success\":false,\"message\":\"Item not found\",\"item\":{\"status\":\"start\"}}");
    assertRefusal(
        api.put(ABSENT + "/start", "{"),
        400,
        "{\"success\":false,\"message\":\"JSON Payload can not be processed\",\"payload\":{"
            + "\"content\":\"{\"}}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"reset", "terminate"})
  void shouldRefuseAnUnknownInstanceAndBadBodies(String operation) {
    String path = ABSENT + "/" + operation;
    assertRefusal(
        api.put(path, "{\"comment\":\"c\"}"),
        404,
        ("{\"success\":false,\"message\":\"Item not found\",\"item\":{\"comment\":\"c\","
                + "\"status\":\"%s\"}}")
            .formatted(operation));
    assertRefusal(
        api.put(path, "[]"), 400, "{\"success\":false,\"message\":\"Multiple objects found\"}");
    assertRefusal(
        api.put(path, "1"), 400, "{\"success\":false,\"message\":\"Payload not accepted\"}");
  }

  @Test
  void shouldRefuseACommentThatIsNoText() {
    long process = startBasic();
    assertRefusal(
        api.put("v1/processes/" + process + "/terminate", "{\"comment\":[1]}"),
        400,
        "{\"success\":false,\"message\":\"Bad value\",\"item\":{\"comment\":[1],"
            + "\"status\":\"terminate\",\"errors\":[{\"type\":\"bad value\","
            + "\"value\":\"comment\"}]}}");
    assertThat(status(process)).isEqualTo("running");
  }

  @Test
  void shouldTerminateAndResetInAnyOpenStatus() {
    long process = startBasic();
    assertUpdated(put(process, "terminate"), process);
    assertThat(status(process)).isEqualTo("terminated");
    assertUpdated(put(process, "terminate"), process);
    assertUpdated(put(process, "reset"), process);
    assertThat(status(process)).isEqualTo("created");
    assertAnswer(
        api.get("v1/processes/" + process + "/steps"),
        emptyCollection("processes/" + process + "/steps"));
    assertUpdated(put(process, "start"), process);
    assertThat(step(process).getString("current")).isEqualTo("A");
  }

  @Test
  void shouldNotTerminateWhatIsCompleted() {
    // given
    long process = startBasic();
    for (int i = 0; i < 2; i++) {
      JsonObject step = step(process);
      api.put(
          "v1/steps/" + step.getInt("sbfl_id") + "/complete",
          "{\"step_key\":\"" + step.getString("step_key") + "\"}");
    }
    // then
    assertRefusal(
        put(process, "terminate"),
        409,
        ("{\"success\":false,\"message\":\"Process instance %d is completed and can not be"
                + " terminated.\",\"item\":{\"status\":\"terminate\"}}")
            .formatted(process));
    assertThat(status(process)).isEqualTo("completed");
  }

  @Test
  void shouldDeleteWithOrWithoutABody() {
    String deleted = "{\"success\":true,\"message\":\"process deleted\"}";
    assertAnswer(api.delete("v1/processes/" + startBasic()), deleted);
    long process = startBasic();
    assertRefusal(
        call("DELETE", "v1/processes/" + process, "[{}]"),
        400,
        "{\"success\":false,\"message\":\"Multiple objects found\"}");
    assertAnswer(call("DELETE", "v1/processes/" + process, "{\"comment\":\"done\"}"), deleted);
    assertRefusal(
        call("DELETE", "v1/processes/" + process, "{\"comment\":\"done\"}"),
        404,
        "{\"success\":false,\"message\":\"Item not found\",\"item\":{\"comment\":\"done\"}}");
  }

  @Test
  void shouldShowActivitiesAsTextsOrArrays() {
    long process = startBasic();
    String path = "processes/" + process + "/activities";
    assertThat(item(api.get("v1/" + path)))
        .hasToString(
            "{\"current\":\"[\\\"A\\\"]\",\"completed\":\"[\\\"Start\\\"]\",\"error\":null}");
    assertThat(item(api.get("v1/" + path + "?arrays=true")))
        .hasToString("{\"current\":[\"A\"],\"completed\":[\"Start\"],\"error\":[]}");
    assertThat(json(api.get("v1/" + path)).getInt("limit")).isEqualTo(25);
    assertThat(item(api.get(ABSENT + "/activities")))
        .hasToString("{\"current\":null,\"completed\":null,\"error\":null}");
  }

  @Test
  void shouldShowWhatFailed() {
    long process = create(deploy("a02a-exclusive-gateway-no-route.bpmn"));
    assertUpdated(put(process, "start"), process);
    assertThat(status(process)).isEqualTo("error");
    JsonObject activities = item(api.get("v1/processes/" + process + "/activities"));
    assertThat(activities.isNull("current")).isTrue();
    assertThat(activities.getString("error")).isEqualTo("[\"Exclusive\"]");
  }

  @Test
  void shouldShowSubscriptionsToTheLetter() {
    String name = name("Message");
    long process = startModel(RestModels.message(name, "ORDER", "4711"));
    String path = "processes/" + process + "/message_subscriptions";
    assertAnswer(
        api.get("v1/" + path),
        collection(
            path, "{\"name\":\"%s\",\"key\":\"ORDER\",\"value\":\"4711\"}".formatted(name), 1));
  }
}
