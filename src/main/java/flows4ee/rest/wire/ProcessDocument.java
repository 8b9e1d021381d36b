package flows4ee.rest.wire;

import flows4ee.engine.ProcessView;
import flows4ee.json.JsonWriter;

/**
 * A process instance: {@code dgrm_id, prcs_id, name, status, init_ts, init_by, process_vars,
 * links}.
 */
public final class ProcessDocument {

  private ProcessDocument() {}

  /** Writes the item with the variables of all scopes. */
  public static void write(JsonWriter out, ProcessView process, LinkBase base) {
    out.beginObject();
    members(out, process, true, base);
    out.endObject();
  }

  /** Writes the item with {@code prcs_status}, as {@code Prefer: return=representation} asks. */
  public static void writeAfter(JsonWriter out, ProcessView process, LinkBase base) {
    out.beginObject();
    members(out, process, true, base);
    out.name("prcs_status").value(process.status()).endObject();
  }

  /**
   * Writes the item of the instance search.
   *
   * @param isWithVariables whether {@code process_vars} is present
   */
  public static void writeFound(
      JsonWriter out, ProcessView process, boolean isWithVariables, LinkBase base) {
    out.beginObject();
    members(out, process, isWithVariables, base);
    out.name("diagram_name").value(process.diagramName());
    out.name("diagram_version").value(process.diagramVersion());
    out.name("business_ref").value(process.businessRef());
    Integer priority = process.priority();
    out.name("priority").value(priority == null ? null : Long.valueOf(priority));
    out.name("start_ts").value(Timestamps.format(process.startTs()));
    out.name("complete_ts").value(Timestamps.format(process.completeTs()));
    out.name("due_on").value(Timestamps.format(process.dueOn()));
    out.name("last_update").value(Timestamps.format(process.lastUpdate()));
    out.endObject();
  }

  private static void members(
      JsonWriter out, ProcessView process, boolean isWithVariables, LinkBase base) {
    out.name("dgrm_id").value(process.diagramId());
    out.name("prcs_id").value(process.id());
    out.name("name").value(process.name());
    out.name("status").value(process.status());
    out.name("init_ts").value(Timestamps.format(process.initTs()));
    out.name("init_by").value(process.initBy());
    if (isWithVariables) {
      out.name("process_vars").beginArray();
      process.variables().forEach(variable -> VariableDocument.write(out, variable));
      out.endArray();
    }
    out.name("links");
    Links.ofProcess(out, base, process.id());
  }
}
