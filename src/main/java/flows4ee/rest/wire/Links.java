package flows4ee.rest.wire;

import flows4ee.json.JsonWriter;
import java.util.Optional;

/**
 * The link arrays of diagrams, processes and steps. Their order is fixed and they depend neither on
 * roles nor on state, so that clients may address them by position.
 */
public final class Links {

  private Links() {}

  /** Writes the array of a diagram: 3 elements. */
  public static void ofDiagram(JsonWriter out, LinkBase base, long diagramId) {
    String diagram = base.href("diagrams/" + diagramId);
    out.beginArray();
    link(out, "diagram", diagram, "GET");
    link(out, "process", diagram + "/processes", "GET");
    link(out, "process", diagram + "/processes", "POST");
    out.endArray();
  }

  /** Writes the array of a process instance: 7 elements. */
  public static void ofProcess(JsonWriter out, LinkBase base, long processId) {
    String process = base.href("processes/" + processId);
    out.beginArray();
    link(out, "process", process, "GET");
    link(out, "process", process, "DELETE");
    link(out, "process", process + "/start", "PUT");
    link(out, "process", process + "/reset", "PUT");
    link(out, "process", process + "/terminate", "PUT");
    link(out, "process_vars", process + "/process_vars", "GET");
    link(out, "process_vars", process + "/process_vars", "PUT");
    out.endArray();
  }

  /**
   * Writes the array of a step: 6 elements, or 7 with the address of the user task's page.
   *
   * @param userTaskUrl address outside of the API
   */
  public static void ofStep(
      JsonWriter out, LinkBase base, long subflowId, Optional<String> userTaskUrl) {
    String step = base.href("steps/" + subflowId);
    out.beginArray();
    link(out, "step", step + "/start", "PUT");
    link(out, "step", step + "/reserve", "PUT");
    link(out, "step", step + "/release", "PUT");
    link(out, "step", step + "/complete", "PUT");
    link(out, "step", step + "/restart", "PUT");
    link(out, "step", step + "/reschedule_timer", "PUT");
    userTaskUrl.ifPresent(url -> link(out, "usertask_url", url, "GET"));
    out.endArray();
  }

  private static void link(JsonWriter out, String rel, String href, String action) {
    out.beginObject()
        .name("rel")
        .value(rel)
        .name("href")
        .value(href)
        .name("action")
        .value(action)
        .name("types")
        .beginArray()
        .value("application/json")
        .endArray()
        .endObject();
  }
}
