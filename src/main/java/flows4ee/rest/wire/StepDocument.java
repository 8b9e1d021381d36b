package flows4ee.rest.wire;

import flows4ee.engine.StepView;
import flows4ee.engine.WorkItemView;
import flows4ee.engine.state.LanePosition;
import flows4ee.json.JsonWriter;
import java.util.Optional;

/**
 * A step: {@code prcs_id, sbfl_id, sbfl_sbfl_id, process_level, diagram_level, calling_sbfl, scope,
 * current, step_key, status, became_current, reservation, links}.
 */
public final class StepDocument {

  private StepDocument() {}

  /** Writes the item. */
  public static void write(
      JsonWriter out, StepView step, Optional<String> userTaskUrl, LinkBase base) {
    out.beginObject();
    members(out, step, userTaskUrl, base);
    out.endObject();
  }

  /** Writes the item with {@code prcs_status}, as {@code Prefer: return=representation} asks. */
  public static void writeAfter(
      JsonWriter out, StepView step, Optional<String> userTaskUrl, LinkBase base) {
    out.beginObject();
    members(out, step, userTaskUrl, base);
    out.name("prcs_status").value(step.processStatus()).endObject();
  }

  /** Writes what is left to say of a step whose subflow has ended. */
  public static void writeCompleted(
      JsonWriter out, long processId, long subflowId, String processStatus) {
    out.beginObject().name("prcs_id").value(processId).name("sbfl_id").value(subflowId);
    out.name("prcs_status").value(processStatus).name("completed").value(true).endObject();
  }

  /** Writes the item of the work list. */
  public static void writeWork(
      JsonWriter out, WorkItemView work, Optional<String> userTaskUrl, LinkBase base) {
    out.beginObject();
    members(out, work.step(), userTaskUrl, base);
    out.name("process_name").value(work.processName());
    out.name("diagram_name").value(work.diagramName());
    out.name("business_ref").value(work.businessRef());
    out.name("object_name").value(work.objectName());
    out.name("type").value(work.type());
    lane(out, work.lane());
    Integer priority = work.priority();
    out.name("priority").value(priority == null ? null : Long.valueOf(priority));
    out.name("due_on").value(Timestamps.format(work.dueOn()));
    out.name("work_started").value(Timestamps.format(work.workStarted()));
    names(out, "potential_users", work.assignment().potentialUsers());
    names(out, "potential_groups", work.assignment().potentialGroups());
    names(out, "excluded_users", work.assignment().excludedUsers());
    out.endObject();
  }

  private static void members(
      JsonWriter out, StepView step, Optional<String> userTaskUrl, LinkBase base) {
    out.name("prcs_id").value(step.processId());
    out.name("sbfl_id").value(step.subflowId());
    out.name("sbfl_sbfl_id").value(step.parentId());
    out.name("process_level").value(step.processLevel());
    out.name("diagram_level").value(step.diagramLevel());
    out.name("calling_sbfl").value(step.callingSubflow());
    out.name("scope").value(step.scope());
    out.name("current").value(step.current());
    out.name("step_key").value(step.stepKey());
    out.name("status").value(step.status());
    out.name("became_current").value(Timestamps.format(step.becameCurrent()));
    out.name("reservation").value(step.reservation());
    out.name("links");
    Links.ofStep(out, base, step.subflowId(), userTaskUrl);
  }

  private static void lane(JsonWriter out, LanePosition lane) {
    out.name("lane").value(lane.id()).name("lane_name").value(lane.name()).name("lane_isrole");
    if (lane.isRole() == null) {
      out.nullValue();
    } else {
      out.value(lane.isRole().booleanValue());
    }
    out.name("lane_role").value(lane.role());
  }

  /** A colon list as an array of its non-empty parts. */
  private static void names(JsonWriter out, String name, String colonList) {
    out.name(name).beginArray();
    if (colonList != null) {
      for (String part : colonList.split(":")) {
        if (!part.isBlank()) {
          out.value(part.strip());
        }
      }
    }
    out.endArray();
  }
}
