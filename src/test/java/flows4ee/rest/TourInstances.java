package flows4ee.rest;

import static flows4ee.rest.RecordedCalls.object;

import com.fasterxml.jackson.databind.JsonNode;

/** Instances for the calls that need one. */
final class TourInstances {

  private final RecordedCalls calls;

  TourInstances(RecordedCalls calls) {
    this.calls = calls;
  }

  /** Deploys a model and returns the path of a new instance of it. */
  String create(String model) {
    var diagram = object().put("name", RestIT.name("Tour")).put("content", model);
    var deployed = item(calls.post("v1/diagrams", diagram));
    var path = "v1/diagrams/" + deployed.path("dgrm_id").asLong() + "/processes";
    var created = item(calls.post(path, calls.example("CreateProcess")));
    return "v1/processes/" + created.path("prcs_id").asLong();
  }

  /** The same, started. */
  String start(String model) {
    String instance = create(model);
    calls.put(instance + "/start", object());
    return instance;
  }

  /** An instance at the task A, followed by the task B. */
  String startBasic() {
    return start(RestIT.model("a01-basic-model.bpmn"));
  }

  /** The step of an instance that stands at an object. */
  JsonNode stepAt(String instance, String object) {
    for (JsonNode step : calls.get(instance + "/steps").path("items")) {
      if (step.path("current").asText().equals(object)) {
        return step;
      }
    }
    throw new AssertionError("No step at " + object + " of " + instance);
  }

  static String path(JsonNode step) {
    return "v1/steps/" + step.path("sbfl_id").asLong();
  }

  private static JsonNode item(JsonNode collection) {
    return collection.path("items").path(0);
  }
}
