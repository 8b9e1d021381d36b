package flows4ee.engine.model;

import java.util.Optional;

/**
 * A value that the diagram describes by an expression: priority, due date, users, message name and
 * the like.
 *
 * @param expression the text, possibly empty
 * @param formatMask Oracle date format, for a static due date only
 */
public record Setting(ExpressionType type, String expression, Optional<String> formatMask) {

  public static Setting of(ExpressionType type, String expression) {
    return new Setting(type, expression, Optional.empty());
  }
}
