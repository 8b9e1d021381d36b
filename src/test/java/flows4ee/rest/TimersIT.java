package flows4ee.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The search for timers across instances. */
class TimersIT extends RestIT {

  private static final String DUE = "2999-01-01T00:00:00Z";

  private long process;
  private JsonObject step;

  @BeforeEach
  void waitForATimer() {
    process = startModel(RestModels.TIMER);
    step = step(process);
    String body = "{\"step_key\":\"%s\",\"new_timestamp\":\"%s\"}";
    assertThat(step("reschedule_timer", body.formatted(step.getString("step_key"), DUE)))
        .isEqualTo(200);
  }

  private int step(String operation, String body) {
    return api.put("v1/steps/" + step.getInt("sbfl_id") + "/" + operation, body).statusCode();
  }

  private String filter(String more) {
    return "v1/timers?prcs_id=" + process + more;
  }

  private int count(String more) {
    return json(api.get(filter(more))).getInt("count");
  }

  @Test
  void shouldShowATimerToTheLetter() {
    var instance = item(api.get("v1/steps?status=all&prcs_id=" + process));
    assertThat(item(api.get(filter(""))))
        .hasToString(
            ("{\"prcs_id\":%d,\"sbfl_id\":%d,\"bpmn_id\":\"Wait\",\"type\":\"bpmn:timeDuration\","
                    + "\"start_on\":\"%s\",\"run\":1,\"status\":\"C\",\"process_name\":\"%s\","
                    + "\"diagram_name\":\"%s\",\"step_key\":\"%s\",\"current\":\"Wait\","
                    + "\"object_name\":null}")
                .formatted(
                    process,
                    step.getInt("sbfl_id"),
                    DUE,
                    instance.getString("process_name"),
                    instance.getString("diagram_name"),
                    step.getString("step_key")));
  }

  @Test
  void shouldFindTimersByStatusDueTimeObjectAndDiagram() {
    assertThat(count("&status=c&status=B")).isOne();
    assertThat(count("&status=B")).isZero();
    assertThat(count("&due_before=" + DUE)).isZero();
    assertThat(count("&due_from=" + DUE + "&due_to=3000-01-01")).isOne();
    assertThat(count("&bpmn_id=Other")).isZero();
    assertThat(count("&dgrm_id=999999999")).isZero();
  }

  @Test
  void shouldLeadToTheNextPage() {
    // given
    long other = startModel(RestModels.TIMER);
    String filter = filter("&prcs_id=" + other + "&order_by=start_on&limit=1");
    // when
    var first = json(api.get(filter));
    var next =
        first.getJsonArray("links").getValuesAs(JsonObject.class).stream()
            .filter(link -> link.getString("rel").equals("next"))
            .map(link -> link.getString("href"))
            .findFirst()
            .orElseThrow();
    // then
    assertThat(item(api.get(filter)).getInt("prcs_id")).isEqualTo(other);
    var second = item(api.get(next.substring(next.indexOf("v1/"))));
    assertThat(second.getInt("prcs_id")).isEqualTo(process);
  }

  @ParameterizedTest
  @CsvSource({"status,done", "due_before,soon", "prcs_id,x", "order_by,step_key", "object,Wait"})
  void shouldRefuseBadParameters(String name, String value) {
    assertRefusal(
        api.get("v1/timers?" + name + "=" + value),
        400,
        ("{\"success\":false,\"message\":\"Bad value\",\"item\":{\"errors\":["
                + "{\"type\":\"bad value\",\"value\":\"%s\"}]}}")
            .formatted(name));
  }
}
