package flows4ee.engine.model;

import java.util.Optional;

/**
 * Something wrong with a diagram.
 *
 * @param type {@code bpmn error} for what refuses the diagram, {@code bpmn warning} for what will
 *     fail at start or run time
 * @param value what is wrong, as a sentence
 * @param elementId BPMN id of the element
 * @param elementType element name with prefix, such as {@code bpmn:exclusiveGateway}
 */
public record ModelProblem(
    String type,
    String value,
    Optional<String> elementId,
    Optional<String> elementType,
    Location location) {

  public static final String BPMN_ERROR = "bpmn error";
  public static final String BPMN_WARNING = "bpmn warning";
}
