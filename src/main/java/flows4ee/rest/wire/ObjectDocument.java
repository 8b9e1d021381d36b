package flows4ee.rest.wire;

import flows4ee.engine.DiagramObjectView;
import flows4ee.engine.ObjectStatistics;
import flows4ee.json.JsonNumber;
import flows4ee.json.JsonWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * An object of a diagram: {@code objt_id, bpmn_id, name, tag_name, sub_tag_name, parent_bpmn_id,
 * lane, attached_to, interrupting}.
 */
public final class ObjectDocument {

  private ObjectDocument() {}

  /**
   * Writes the item.
   *
   * @param statistics adds {@code waiting, errors, completed, avg_seconds}
   */
  public static void write(
      JsonWriter out, DiagramObjectView object, Optional<ObjectStatistics> statistics) {
    out.beginObject().name("objt_id").value(object.id());
    out.name("bpmn_id").value(object.bpmnId());
    out.name("name").value(object.name());
    out.name("tag_name").value(object.tag());
    out.name("sub_tag_name").value(object.subtag());
    out.name("parent_bpmn_id").value(object.parentBpmnId());
    out.name("lane").value(object.lane());
    out.name("attached_to").value(object.attachedTo());
    out.name("interrupting").value(object.isInterrupting());
    statistics.ifPresent(counts -> write(out, counts));
    out.endObject();
  }

  private static void write(JsonWriter out, ObjectStatistics counts) {
    out.name("waiting").value(counts.waiting());
    out.name("errors").value(counts.errors());
    out.name("completed").value(counts.completed());
    out.name("avg_seconds");
    if (counts.averageSeconds() == null) {
      out.nullValue();
    } else {
      BigDecimal seconds = BigDecimal.valueOf(counts.averageSeconds());
      out.value(new JsonNumber(seconds.setScale(3, RoundingMode.HALF_UP).toPlainString()));
    }
  }
}
