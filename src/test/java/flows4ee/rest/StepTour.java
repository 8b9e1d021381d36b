package flows4ee.rest;

import static flows4ee.rest.RecordedCalls.object;
import static flows4ee.rest.TourInstances.path;

import com.fasterxml.jackson.databind.JsonNode;

/** Calls the operations on steps with the examples of the description. */
final class StepTour {

  private final RecordedCalls calls;
  private final TourInstances instances;

  StepTour(RecordedCalls calls) {
    this.calls = calls;
    this.instances = new TourInstances(calls);
  }

  void walk() {
    work();
    setBack();
    repair();
    wait(instances.start(RestModels.TIMER));
  }

  private void work() {
    String instance = instances.startBasic();
    JsonNode step = instances.stepAt(instance, "A");
    calls.get(path(step));
    calls.get("v1/steps?prcs_id=" + step.path("prcs_id").asLong());
    calls.refused(400, "PUT", path(step) + "/complete", object());
    calls.put(path(step) + "/start", calls.example("StepKey", step));
    calls.put(path(step) + "/pause", calls.example("StepKey", step));
    calls.put(path(step) + "/reserve", calls.example("ReserveStep", step));
    calls.put(path(step) + "/release", calls.example("StepKey", step));
    calls.put(path(step) + "/complete", calls.example("CompleteStep", step));
    end(instances.stepAt(instance, "B"));
  }

  private void end(JsonNode last) {
    calls.putAndShow(path(last) + "/start", calls.example("StepKey", last));
    calls.putAndShow(path(last) + "/complete", calls.example("CompleteStep", last));
  }

  /** Steps of suspended instances are set back or deleted. */
  private void setBack() {
    String instance = instances.startBasic();
    JsonNode first = instances.stepAt(instance, "A");
    calls.put(path(first) + "/complete", calls.example("CompleteStep", first));
    calls.put(instance + "/suspend", object());
    JsonNode second = instances.stepAt(instance, "B");
    calls.put(path(second) + "/rewind", calls.example("RewindStep", second));
    calls.put(instance + "/resume", object());
    calls.put(instance + "/suspend", object());
    JsonNode again = instances.stepAt(instance, "A");
    calls.delete(path(again), calls.example("StepComment", again));
  }

  /** A branch works, the other fails. */
  private void repair() {
    String instance = instances.start(RestModels.WORK_AND_FAILURE);
    JsonNode before = instances.stepAt(instance, "B");
    calls.put(path(before) + "/complete", calls.example("CompleteStep", before));
    calls.get(instance + "/summary");
    JsonNode failed = instances.stepAt(instance, "Unsupported");
    calls.put(path(failed) + "/restart", calls.example("StepComment", failed));
    JsonNode again = instances.stepAt(instance, "Unsupported");
    calls.put(path(again) + "/force_next_step", calls.example("ForceNextStep", again));
  }

  private void wait(String instance) {
    JsonNode step = instances.stepAt(instance, "Wait");
    calls.get(instance + "/timers");
    calls.get("v1/timers?status=C&prcs_id=" + step.path("prcs_id").asLong());
    calls.put(path(step) + "/reschedule_timer", calls.example("RescheduleTimer", step));
  }
}
