package flows4ee.engine;

import flows4ee.engine.model.BoundaryEvent;
import flows4ee.engine.model.BpmnProcess;
import flows4ee.engine.model.DiagramModel;
import flows4ee.engine.model.FlowElement;
import flows4ee.engine.model.Lane;
import flows4ee.engine.model.Location;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * An object of a diagram: a process, a lane or a flow element; nullable where an object has none.
 *
 * @param id 1-based position in document order
 * @param parentBpmnId the process, sub-process or outer lane it stands in
 * @param lane BPMN id of the lane of a flow element
 * @param attachedTo BPMN id of the activity of a boundary event
 * @param isInterrupting boundary events only
 */
public record DiagramObjectView(
    int id,
    String bpmnId,
    String name,
    String tag,
    String subtag,
    String parentBpmnId,
    String lane,
    String attachedTo,
    Boolean isInterrupting) {

  /** All objects of a diagram in document order. */
  public static List<DiagramObjectView> of(DiagramModel model) {
    var placed = new ArrayList<Placed>();
    model.processes().forEach(process -> placed.add(placed(process)));
    model.lanes().forEach(lane -> placed.add(placed(lane)));
    model.elements().values().forEach(element -> placed.add(placed(element)));
    placed.sort(Placed.IN_DOCUMENT);
    var objects = new ArrayList<DiagramObjectView>(placed.size());
    for (var object : placed) {
      objects.add(object.view().numbered(objects.size() + 1));
    }
    return List.copyOf(objects);
  }

  private static Placed placed(BpmnProcess process) {
    return new Placed(
        process.location(),
        new DiagramObjectView(
            0,
            process.id(),
            process.name().orElse(null),
            "bpmn:process",
            null,
            null,
            null,
            null,
            null));
  }

  private static Placed placed(Lane lane) {
    return new Placed(
        lane.location(),
        new DiagramObjectView(
            0,
            lane.id(),
            lane.name().orElse(null),
            "bpmn:lane",
            null,
            lane.parentId(),
            null,
            null,
            null));
  }

  private static Placed placed(FlowElement element) {
    var node = element.node();
    var boundary = element instanceof BoundaryEvent event ? event : null;
    return new Placed(
        node.location(),
        new DiagramObjectView(
            0,
            node.id(),
            node.name().orElse(null),
            node.tag(),
            node.subtag().orElse(null),
            node.containerId(),
            node.lane().map(Lane::id).orElse(null),
            boundary == null ? null : boundary.attachedTo(),
            boundary == null ? null : boundary.isInterrupting()));
  }

  private DiagramObjectView numbered(int number) {
    return new DiagramObjectView(
        number, bpmnId, name, tag, subtag, parentBpmnId, lane, attachedTo, isInterrupting);
  }

  /** An object that has no number yet. */
  private record Placed(Location location, DiagramObjectView view) {

    static final Comparator<Placed> IN_DOCUMENT =
        Comparator.<Placed>comparingInt(object -> object.location().line())
            .thenComparingInt(object -> object.location().column());
  }
}
