package flows4ee.rest;

import static flows4ee.rest.RecordedCalls.object;

/** Calls the operations on process instances with the examples of the description. */
final class InstanceTour {

  private final RecordedCalls calls;
  private final TourInstances instances;

  InstanceTour(RecordedCalls calls) {
    this.calls = calls;
    this.instances = new TourInstances(calls);
  }

  void walk() {
    String instance = instances.create(RestIT.model("a01-basic-model.bpmn"));
    calls.putAndShow(instance + "/start", object());
    calls.put(instance, calls.example("UpdateProcess"));
    setVariables(instance);
    look(instance);
    lookAtCalls();
    for (String operation : new String[] {"suspend", "resume", "reset"}) {
      calls.put(instance + "/" + operation, calls.example("Comment"));
    }
    calls.put(instance + "/start", object());
    calls.put(instance + "/terminate", calls.example("Comment"));
    calls.delete(instance, calls.example("Comment"));
  }

  private void setVariables(String instance) {
    calls.put(instance + "/process_vars", calls.example("SetVariables"));
    calls.put(instance + "/process_vars", calls.example("SetVariable"));
    calls.get(instance + "/process_vars");
    calls.delete(instance + "/process_vars", calls.example("DeleteVariable"));
  }

  private void look(String instance) {
    calls.get(instance);
    calls.get("v1/processes?business_ref=4711&fields=process_vars");
    calls.get(instance + "/steps");
    calls.get(instance + "/activities");
    calls.get(instance + "/events");
  }

  private void lookAtCalls() {
    String called = RestIT.name("Called");
    calls.post("v1/diagrams", object().put("name", called).put("content", RestModels.CALLABLE));
    calls.get(instances.create(RestModels.calling(called)) + "/called_diagrams");
  }
}
