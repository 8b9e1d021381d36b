package flows4ee.rest.wire;

import flows4ee.engine.DiagramView;
import flows4ee.engine.model.ModelProblem;
import flows4ee.json.JsonWriter;
import java.util.List;

/** A diagram: {@code dgrm_id, name, version, status, category, links}. */
public final class DiagramDocument {

  private DiagramDocument() {}

  /** Writes the item of the diagram list. */
  public static void write(JsonWriter out, DiagramView diagram, LinkBase base) {
    out.beginObject();
    members(out, diagram, base);
    out.endObject();
  }

  /** Writes the item with {@code warnings}, as deploying answers. */
  public static void write(
      JsonWriter out, DiagramView diagram, List<ModelProblem> warnings, LinkBase base) {
    out.beginObject();
    members(out, diagram, base);
    out.name("warnings").beginArray();
    warnings.forEach(warning -> write(out, warning));
    out.endArray().endObject();
  }

  /** Writes {@code type, value, element_id, element_type, line, column}. */
  public static void write(JsonWriter out, ModelProblem problem) {
    out.beginObject().name("type").value(problem.type()).name("value").value(problem.value());
    out.name("element_id").value(problem.elementId().orElse(null));
    out.name("element_type").value(problem.elementType().orElse(null));
    out.name("line").value(known(problem.location().line()));
    out.name("column").value(known(problem.location().column()));
    out.endObject();
  }

  private static void members(JsonWriter out, DiagramView diagram, LinkBase base) {
    out.name("dgrm_id").value(diagram.id());
    out.name("name").value(diagram.name());
    out.name("version").value(diagram.version());
    out.name("status").value(diagram.status());
    out.name("category").value(diagram.category());
    out.name("links");
    Links.ofDiagram(out, base, diagram.id());
  }

  private static Long known(int position) {
    return position == 0 ? null : Long.valueOf(position);
  }
}
