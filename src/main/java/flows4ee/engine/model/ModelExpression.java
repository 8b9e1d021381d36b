package flows4ee.engine.model;

import java.util.Optional;

/**
 * A program text of a diagram and where it stands.
 *
 * @param place the XML name of what holds the text, such as {@code priority} or {@code
 *     conditionExpression}; for variable expressions set and variable, such as {@code beforeTask
 *     TOTAL}
 * @param type how the text is evaluated; a script is {@link ExpressionType#PLSQL_FUNCTION_BODY}
 * @param elementType element name with prefix, such as {@code bpmn:sequenceFlow}
 */
public record ModelExpression(
    Use use,
    String place,
    ExpressionType type,
    String text,
    String elementId,
    String elementType,
    Location location) {

  /** What the text is for. */
  public enum Use {
    VARIABLE,
    SETTING,
    CONDITION,
    COMPLETION_CONDITION,
    INPUT_COLLECTION,
    SCRIPT
  }

  /** A warning about this text, at its element. */
  public ModelProblem warning(String sentence) {
    return new ModelProblem(
        ModelProblem.BPMN_WARNING,
        sentence,
        Optional.of(elementId),
        Optional.of(elementType),
        location);
  }
}
