package flows4ee.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** What a step allows in the status it is in. */
class StepStatesIT extends RestIT {

  private static final String PARALLEL =
      RestModels.model(
          """
          <startEvent id="Start"/>
          <sequenceFlow id="f1" sourceRef="Start" targetRef="Split"/>
          <parallelGateway id="Split"/>
          <sequenceFlow id="f2" sourceRef="Split" targetRef="A"/>
          <task id="A"/>
          <sequenceFlow id="f3" sourceRef="A" targetRef="Join"/>
          <sequenceFlow id="f4" sourceRef="Split" targetRef="Sub"/>
          <subProcess id="Sub">
            <startEvent id="SubStart"/>
            <sequenceFlow id="s1" sourceRef="SubStart" targetRef="B"/>
            <task id="B"/>
            <sequenceFlow id="s2" sourceRef="B" targetRef="SubEnd"/>
            <endEvent id="SubEnd"/>
          </subProcess>
          <sequenceFlow id="f5" sourceRef="Sub" targetRef="Join"/>
          <parallelGateway id="Join"/>
          <sequenceFlow id="f6" sourceRef="Join" targetRef="End"/>
          <endEvent id="End"/>""");

  private JsonObject stepIn(long process, String status) {
    var steps = json(api.get("v1/processes/" + process + "/steps")).getJsonArray("items");
    return steps.getValuesAs(JsonObject.class).stream()
        .filter(step -> step.getString("status").equals(status))
        .findFirst()
        .orElseThrow(() -> new AssertionError("No step is " + status + ": " + steps));
  }

  private HttpResponse<String> put(JsonObject step, String operation) {
    JsonValue key = step.get("step_key");
    return api.put(
        "v1/steps/" + step.getInt("sbfl_id") + "/" + operation, "{\"step_key\":" + key + "}");
  }

  private void assertNotCompletedIn(String status, long process) {
    var step = stepIn(process, status);
    var refused = put(step, "complete");
    assertThat(json(refused).getString("message"))
        .isEqualTo("Step can not be completed in status " + status + ".");
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(stepIn(process, status)).isEqualTo(step);
  }

  @Test
  void shouldNotCompleteWhatWaitsForAMessage() {
    var name = name("Msg").replace(" ", "_");
    assertNotCompletedIn("waiting for message", startModel(RestModels.message(name, "ORDER", "1")));
  }

  @Test
  void shouldNotCompleteWhatWaitsForItsBranches() {
    // given
    long process = startModel(PARALLEL);
    // then
    assertNotCompletedIn("split", process);
    assertNotCompletedIn("in subprocess", process);
    // when one branch is through
    var task =
        json(api.get("v1/steps?prcs_id=" + process + "&current=A"))
            .getJsonArray("items")
            .getJsonObject(0);
    assertThat(put(task, "complete").statusCode()).isEqualTo(200);
    // then
    assertNotCompletedIn("waiting at gateway", process);
  }

  @Test
  void shouldLetTheFirstStartOfWorkCount() {
    // given
    long process = startBasic();
    var step = step(process);
    // when
    assertThat(put(step, "start").statusCode()).isEqualTo(200);
    String started = workStarted(process);
    assertThat(put(step, "start").statusCode()).isEqualTo(200);
    // then
    assertThat(started).isNotBlank();
    assertThat(workStarted(process)).isEqualTo(started);
  }

  private String workStarted(long process) {
    return item(api.get("v1/steps?prcs_id=" + process)).getString("work_started");
  }

  @Test
  void shouldTakeNumbersForTexts() {
    // given
    long process = startBasic();
    var step = step(process);
    // when
    var reserved =
        api.put(
            "v1/steps/" + step.getInt("sbfl_id") + "/reserve",
            "{\"step_key\":" + step.get("step_key") + ",\"reservation\":4711}");
    // then
    assertThat(reserved.statusCode()).as(reserved.body()).isEqualTo(200);
    assertThat(step(process).getString("reservation")).isEqualTo("4711");
  }
}
