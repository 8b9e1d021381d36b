package flows4ee.rest;

import static org.assertj.core.api.Assertions.assertThat;

import flows4ee.oauth.Role;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Steps over HTTP: the bodies of success and refusal to the letter, for each operation. */
class StepsIT extends RestIT {

  private static final String ABSENT = "999999999";

  private long process;
  private JsonObject step;
  private long id;

  private void stand(long at) {
    process = at;
    step = step(process);
    id = step.getJsonNumber("sbfl_id").longValue();
  }

  private String key() {
    return "\"step_key\":\"" + step.getString("step_key") + "\"";
  }

  private HttpResponse<String> put(String operation, String body) {
    return api.put("v1/steps/" + id + "/" + operation, body);
  }

  private void assertUpdated(HttpResponse<String> response) {
    assertAnswer(
        response,
        "{\"success\":true,\"message\":\"step updated\",\"links\":[" + stepLinks(id) + "]}");
  }

  private static void assertConflict(HttpResponse<String> response, String message, String item) {
    assertRefusal(
        response,
        409,
        "{\"success\":false,\"message\":\"%s\",\"item\":%s}".formatted(message, item));
  }

  @Test
  void shouldShowAStepToTheLetter() {
    stand(startBasic());
    String item =
        ("{\"prcs_id\":%d,\"sbfl_id\":%d,\"sbfl_sbfl_id\":null,\"process_level\":0,"
                + "\"diagram_level\":0,\"calling_sbfl\":0,\"scope\":0,\"current\":\"A\","
                + "\"step_key\":\"%s\",\"status\":\"running\",\"became_current\":\"%s\","
                + "\"reservation\":null,\"links\":[%s]}")
            .formatted(
                process,
                id,
                step.getString("step_key"),
                step.getString("became_current"),
                stepLinks(id));
    assertThat(step.getString("became_current"))
        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{0,5}[1-9])?Z");
    assertAnswer(api.get("v1/steps/" + id), collection("steps/" + id, item, 1));
    assertAnswer(
        api.get("v1/processes/" + process + "/steps"),
        collection("processes/" + process + "/steps", item, 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {ABSENT, "9223372036854775807"})
  void shouldShowNoUnknownStep(String unknown) {
    assertAnswer(api.get("v1/steps/" + unknown), emptyCollection("steps/" + unknown));
  }

  @Test
  void shouldUpdateWithTheLinksOfTheStep() {
    stand(startBasic());
    assertUpdated(put("start", "{" + key() + "}"));
    assertUpdated(put("reserve", "{" + key() + ",\"reservation\":\"ann\"}"));
    assertUpdated(put("release", "{" + key() + "}"));
    assertUpdated(put("release", "{" + key() + "}"));
    assertUpdated(put("complete", "{" + key() + "}"));
  }

  @Test
  void shouldKeepTheIdOfAStepThatIsGone() {
    stand(startBasic());
    assertUpdated(put("complete", "{" + key() + "}"));
    stand(process);
    assertUpdated(put("complete", "{" + key() + "}"));
    assertAnswer(api.get("v1/steps/" + id), emptyCollection("steps/" + id));
  }

  @ParameterizedTest
  @ValueSource(strings = {"start", "reserve", "release", "complete", "restart", "reschedule_timer"})
  void shouldNotFindAnUnknownStep(String operation) {
    assertRefusal(
        api.put("v1/steps/" + ABSENT + "/" + operation, "{\"step_key\":\"x\",\"extra\":[1,null]}"),
        404,
        ("{\"success\":false,\"message\":\"Item not found\",\"item\":{\"step_key\":\"x\","
                + "\"extra\":[1,null],\"status\":\"%s\"}}")
            .formatted(operation));
  }

  @ParameterizedTest
  @CsvSource({
    "start, step_key",
    "reserve, 'step_key,reservation'",
    "release, step_key",
    "complete, step_key",
    "restart, step_key",
    "reschedule_timer, step_key"
  })
  void shouldNameWhatIsMissing(String operation, String missing) {
    stand(startBasic());
    String errors =
        "{\"type\":\"missing attribute\",\"value\":\""
            + missing.replace(",", "\"},{\"type\":\"missing attribute\",\"value\":\"")
            + "\"}";
    assertRefusal(
        put(operation, ""),
        400,
        ("{\"success\":false,\"message\":\"Attribute not found\",\"item\":{\"status\":\"%s\","
                + "\"errors\":[%s]}}")
            .formatted(operation, errors));
    assertThat(step(process)).isEqualTo(step);
  }

  @ParameterizedTest
  @CsvSource({
    "start, ''",
    "reserve, ',\"reservation\":\"ann\"'",
    "release, ''",
    "complete, ''",
    "restart, ''",
    "reschedule_timer, ',\"is_immediate\":true'"
  })
  void shouldRefuseAStaleKey(String operation, String rest) {
    stand(startBasic());
    String message =
        "This Process Step has already occurred. (Incorrect step key %s supplied while expecting"
            + " step key "
            + step.getString("step_key")
            + ").";
    assertConflict(
        put(operation, "{\"step_key\":\"old\"" + rest + "}"),
        message.formatted("old"),
        "{\"step_key\":\"old\"" + rest + ",\"status\":\"" + operation + "\"}");
    assertConflict(
        put(operation, "{\"step_key\":null" + rest + "}"),
        message.formatted("\\\"null\\\""),
        "{\"step_key\":null" + rest + ",\"status\":\"" + operation + "\"}");
    assertThat(step(process)).isEqualTo(step);
  }

  @Test
  void shouldHideTheExpectedKeyFromThoseWhoMayNotRead() {
    stand(startBasic());
    assertConflict(
        server.apiWith(Role.WRITE).put("v1/steps/" + id + "/complete", "{\"step_key\":\"old\"}"),
        "This Process Step has already occurred. (Incorrect step key old supplied while expecting"
            + " step key ***).",
        "{\"step_key\":\"old\",\"status\":\"complete\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"start", "reserve", "release", "complete", "restart", "reschedule_timer"})
  void shouldTakeOneObjectOnly(String operation) {
    String path = "v1/steps/" + ABSENT + "/" + operation;
    assertRefusal(
        api.put(path, "[{}]"), 400, "{\"success\":false,\"message\":\"Multiple objects found\"}");
    assertRefusal(
        api.put(path, "\"x\""), 400, "{\"success\":false,\"message\":\"Payload not accepted\"}");
    assertRefusal(
        api.put(path, "{\"a\""),
        400,
        "{\"success\":false,\"message\":\"JSON Payload can not be processed\",\"payload\":{"
            + "\"content\":\"{\\\"a\\\"\"}}");
  }

  @Test
  void shouldReserveForOneOnly() {
    stand(startBasic());
    String ann = key() + ",\"reservation\":\"ann\"";
    assertUpdated(put("reserve", "{" + ann + "}"));
    assertConflict(
        put("reserve", "{" + ann + "}"),
        "Reservation already placed on next task for you.",
        "{" + ann + ",\"status\":\"reserve\"}");
    String bob = key() + ",\"reservation\":\"bob\"";
    assertConflict(
        put("reserve", "{" + bob + "}"),
        "Reservation for bob unsuccessful. Step already reserved by another user (ann).",
        "{" + bob + ",\"status\":\"reserve\"}");
    assertThat(step(process).getString("reservation")).isEqualTo("ann");
  }

  @Test
  void shouldRefuseAReservationThatIsTooLong() {
    stand(startBasic());
    String body = key() + ",\"reservation\":\"" + "x".repeat(256) + "\"";
    assertRefusal(
        put("reserve", "{" + body + "}"),
        400,
        ("{\"success\":false,\"message\":\"Bad value\",\"item\":{%s,\"status\":\"reserve\","
                + "\"errors\":[{\"type\":\"bad value\",\"value\":\"reservation\"}]}}")
            .formatted(body));
  }

  @Test
  void shouldRestartAFailedStepOnly() {
    stand(startBasic());
    assertConflict(
        put("restart", "{" + key() + "}"),
        "No Current Error Found. Check your process diagram.",
        "{" + key() + ",\"status\":\"restart\"}");
  }

  @Test
  void shouldSucceedThoughTheNextStepFails() {
    // given
    stand(startModel(RestModels.CHOICE));
    // when
    assertUpdated(put("complete", "{" + key() + "}"));
    // then
    stand(process);
    assertThat(step.getString("current")).isEqualTo("Choice");
    assertThat(step.getString("status")).isEqualTo("error");
    assertThat(item(api.get("v1/processes/" + process)).getString("status")).isEqualTo("error");
    assertConflict(
        put("complete", "{" + key() + "}"),
        "Step can not be completed in status error.",
        "{" + key() + ",\"status\":\"complete\"}");
    // when it fails again
    assertUpdated(put("restart", "{" + key() + ",\"comment\":\"again\"}"));
    assertThat(step(process).getString("status")).isEqualTo("error");
    // when it can go on
    api.put(
        "v1/processes/" + process + "/process_vars",
        "{\"name\":\"V\",\"type\":\"varchar\",\"value\":\"b\"}");
    stand(process);
    assertUpdated(put("restart", "{" + key() + "}"));
    // then
    assertThat(step(process).getString("current")).isEqualTo("B");
  }

  @ParameterizedTest
  @ValueSource(strings = {"restart", "force_next_step"})
  void shouldRepairNoStepWhileItsInstanceIsSuspended(String operation) {
    // given
    stand(startModel(RestModels.CHOICE));
    assertUpdated(put("complete", "{" + key() + "}"));
    assertThat(api.put("v1/processes/" + process + "/suspend", "{}").statusCode()).isEqualTo(200);
    stand(process);
    // then
    assertConflict(
        put(operation, "{" + key() + "}"),
        "This process instance is currently suspended. Please try again later.",
        "{" + key() + ",\"status\":\"" + operation + "\"}");
    assertThat(step(process)).isEqualTo(step);
  }

  @Test
  void shouldNotCompleteWhatWaitsForATimer() {
    stand(startModel(RestModels.TIMER));
    assertThat(step.getString("status")).isEqualTo("waiting for timer");
    assertConflict(
        put("complete", "{" + key() + "}"),
        "Step can not be completed in status waiting for timer.",
        "{" + key() + ",\"status\":\"complete\"}");
  }

  @Test
  void shouldMoveATimer() {
    stand(startModel(RestModels.TIMER));
    String timers = "v1/processes/" + process + "/timers";
    assertUpdated(
        put("reschedule_timer", "{" + key() + ",\"new_timestamp\":\"2999-01-01T00:00:00Z\"}"));
    assertThat(item(api.get(timers)).getString("start_on")).isEqualTo("2999-01-01T00:00:00Z");
    assertUpdated(put("reschedule_timer", "{" + key() + ",\"is_immediate\":true}"));
    long before = System.nanoTime();
    while (!step(process).getString("current").equals("After")) {
      assertThat(System.nanoTime() - before).isLessThan(20_000_000_000L);
    }
  }

  @Test
  void shouldRescheduleOnlyWithATimeAndATimer() {
    stand(startModel(RestModels.TIMER));
    assertRefusal(
        put("reschedule_timer", "{" + key() + "}"),
        400,
        ("{\"success\":false,\"message\":\"Incomplete timer definitions for object Wait. Type: ;"
                + " Value1:  Value2:  Value3: \",\"item\":{%s,\"status\":\"reschedule_timer\"}}")
            .formatted(key()));
    String both = key() + ",\"is_immediate\":true,\"new_timestamp\":\"2999-01-01\"";
    assertRefusal(
        put("reschedule_timer", "{" + both + "}"),
        400,
        ("{\"success\":false,\"message\":\"Bad value\",\"item\":{%s,"
                + "\"status\":\"reschedule_timer\",\"errors\":[{\"type\":\"bad value\","
                + "\"value\":\"new_timestamp\"}]}}")
            .formatted(both));
    stand(startBasic());
    assertConflict(
        put("reschedule_timer", "{" + key() + ",\"is_immediate\":true}"),
        ("Subflow ID supplied ( %d ) not found. Check for process events that changed process flow"
                + " (timeouts, errors, escalations).")
            .formatted(id),
        "{" + key() + ",\"is_immediate\":true,\"status\":\"reschedule_timer\"}");
  }

  @ParameterizedTest
  @CsvSource({
    "is_immediate, 1",
    "is_immediate, '\"yes\"'",
    "new_timestamp, '\"soon\"'",
    "new_timestamp, true",
    "new_timestamp, '{}'",
    "step_key, '[]'"
  })
  void shouldNameABadValue(String attribute, String value) {
    stand(startModel(RestModels.TIMER));
    String own = attribute.equals("step_key") ? "" : key() + ",";
    String body = own + "\"" + attribute + "\":" + value;
    assertRefusal(
        put("reschedule_timer", "{" + body + "}"),
        400,
        ("{\"success\":false,\"message\":\"Bad value\",\"item\":{%s,"
                + "\"status\":\"reschedule_timer\",\"errors\":[{\"type\":\"bad value\","
                + "\"value\":\"%s\"}]}}")
            .formatted(body, attribute));
  }
}
