package flows4ee.engine.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A compiled diagram: immutable, shared by all instances of the same content.
 *
 * @param processes in document order
 * @param lanes all lanes in document order
 * @param elements all flow elements of all processes and levels, by BPMN id, in document order
 * @param warnings what will fail at start or run time
 */
public record DiagramModel(
    List<BpmnProcess> processes,
    List<Lane> lanes,
    Map<String, FlowElement> elements,
    List<ModelProblem> warnings,
    Map<String, List<FlowElement>> byContainer,
    Map<String, List<BoundaryEvent>> byAttachment,
    Map<String, BpmnProcess> byProcessId) {

  public DiagramModel {
    processes = List.copyOf(processes);
    lanes = List.copyOf(lanes);
    elements = Collections.unmodifiableMap(new LinkedHashMap<>(elements));
    warnings = List.copyOf(warnings);
  }

  /** Builds the model and its indexes by container and by attachment. */
  public static DiagramModel of(
      List<BpmnProcess> processes,
      List<Lane> lanes,
      Map<String, FlowElement> elements,
      List<ModelProblem> warnings) {
    return new DiagramModel(
        processes,
        lanes,
        elements,
        warnings,
        grouped(elements.values().stream(), element -> element.node().containerId()),
        grouped(boundaryEvents(elements), BoundaryEvent::attachedTo),
        processes.stream().collect(Collectors.toUnmodifiableMap(BpmnProcess::id, p -> p)));
  }

  /** The same model with more warnings behind its own. */
  public DiagramModel withWarnings(List<ModelProblem> more) {
    var all = new ArrayList<>(warnings);
    all.addAll(more);
    return new DiagramModel(
        processes, lanes, elements, all, byContainer, byAttachment, byProcessId);
  }

  public Optional<FlowElement> find(String id) {
    return Optional.ofNullable(elements.get(id));
  }

  /** The element of that id; an unknown id is a fault of the caller's code. */
  public FlowElement element(String id) {
    return find(id).orElseThrow(() -> new IllegalStateException("no element " + id));
  }

  /** The flow elements that stand directly in a process or sub-process. */
  public List<FlowElement> elementsIn(String containerId) {
    return byContainer.getOrDefault(containerId, List.of());
  }

  /** The start events that stand directly in a process or sub-process. */
  public List<StartEvent> startEventsIn(String containerId) {
    return elementsIn(containerId).stream()
        .filter(StartEvent.class::isInstance)
        .map(StartEvent.class::cast)
        .toList();
  }

  /** The boundary events attached to an activity. */
  public List<BoundaryEvent> boundaryEventsOf(String activityId) {
    return byAttachment.getOrDefault(activityId, List.of());
  }

  public Optional<BpmnProcess> process(String id) {
    return Optional.ofNullable(byProcessId.get(id));
  }

  /** The process an element belongs to, whatever the depth of its sub-processes. */
  public BpmnProcess processOf(FlowElement element) {
    String container = element.node().containerId();
    var process = process(container);
    while (process.isEmpty()) {
      container = element(container).node().containerId();
      process = process(container);
    }
    return process.get();
  }

  private static Stream<BoundaryEvent> boundaryEvents(Map<String, FlowElement> elements) {
    return elements.values().stream()
        .filter(BoundaryEvent.class::isInstance)
        .map(BoundaryEvent.class::cast);
  }

  private static <T> Map<String, List<T>> grouped(Stream<T> items, Function<T, String> key) {
    return Collections.unmodifiableMap(
        items.collect(Collectors.groupingBy(key, Collectors.toUnmodifiableList())));
  }
}
