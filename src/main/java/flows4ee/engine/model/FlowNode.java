package flows4ee.engine.model;

import java.util.List;
import java.util.Optional;

/**
 * What every flow element has.
 *
 * @param id BPMN id, at most 50 characters
 * @param tag element name with prefix, such as {@code bpmn:userTask}
 * @param subtag event definition with prefix, such as {@code bpmn:timerEventDefinition}
 * @param containerId id of the process or sub-process it stands in
 * @param incoming sequence flows ending here, in document order
 * @param outgoing sequence flows leaving here, in document order
 * @param customExtension JSON text of the modeller, without behaviour
 */
public record FlowNode(
    String id,
    Optional<String> name,
    String tag,
    Optional<String> subtag,
    String containerId,
    Optional<Lane> lane,
    List<SequenceFlow> incoming,
    List<SequenceFlow> outgoing,
    ExpressionSets expressions,
    Optional<String> customExtension,
    Location location) {

  public FlowNode {
    incoming = List.copyOf(incoming);
    outgoing = List.copyOf(outgoing);
  }
}
