package flows4ee.rest;

import static flows4ee.rest.RecordedCalls.object;

import com.fasterxml.jackson.databind.JsonNode;

/** Calls the operations on diagrams with the examples of the description. */
final class DiagramTour {

  private static final String XML = "application/xml";

  private final RecordedCalls calls;

  DiagramTour(RecordedCalls calls) {
    this.calls = calls;
  }

  void walk() {
    String name = calls.example("DeployDiagram").path("name").asText();
    removeAll(name);
    String diagram = "v1/diagrams/" + id(calls.post("v1/diagrams", calls.example("DeployDiagram")));
    calls.get("v1/diagrams");
    calls.get(diagram);
    calls.get(calls.server().api(), diagram + "/export", XML);
    calls.put(diagram, calls.example("UpdateDiagram"));
    calls.post(diagram + "/processes", calls.example("CreateProcess"));
    calls.get(diagram + "/processes?status=all");
    calls.post("v1/processes", calls.example("CreateProcessByName"));
    calls.get(diagram + "/objects?stats=true");
    checkOnly();
    removeAll(name);
  }

  /** As XML, and with an element that will fail when it runs. */
  private void checkOnly() {
    JsonNode xml = calls.example("BpmnXml");
    String raw = "v1/diagrams?dry_run=true&name=raw";
    calls.post(calls.server().api(), raw, XML, xml.asText(), xml);
    String warned = xml.asText().replace("endEvent", "complexGateway");
    calls.post("v1/diagrams?dry_run=true", object().put("name", "warned").put("content", warned));
  }

  private void removeAll(String name) {
    for (JsonNode diagram : calls.get("v1/diagrams?name=" + name).path("items")) {
      if (diagram.path("name").asText().equals(name)) {
        calls.delete("v1/diagrams/" + diagram.path("dgrm_id").asLong() + "?cascade=true");
      }
    }
  }

  private static long id(JsonNode deployed) {
    return deployed.path("items").path(0).path("dgrm_id").asLong();
  }
}
