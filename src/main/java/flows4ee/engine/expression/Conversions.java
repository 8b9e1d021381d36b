package flows4ee.engine.expression;

import flows4ee.engine.model.VariableType;
import flows4ee.engine.model.VariableValue;
import flows4ee.engine.variable.VariableFormats;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;

/** Results of evaluations as values of variables. */
final class Conversions {

  private Conversions() {}

  /**
   * Converts a result to a type as an assignment does.
   *
   * @throws EvaluationException when it cannot be converted or is too long
   */
  static VariableValue raw(VariableType type, Object value) {
    if (value == null) {
      return new VariableValue(type, null);
    }
    return switch (type) {
      case VARCHAR2 -> VariableValue.text(limited(Values.text(value)));
      case NUMBER -> VariableValue.number(Values.number(value));
      case DATE -> VariableValue.date(Values.date(value));
      case TIMESTAMP_WITH_TIME_ZONE -> VariableValue.timestamp(Values.timestamp(value));
      case CLOB -> VariableValue.clob(Values.text(value));
      case JSON -> VariableValue.json(validJson(Values.text(value)));
    };
  }

  /**
   * Converts a result to text and reads that by the default form of the type.
   *
   * @throws EvaluationException when it does not have that form
   */
  static VariableValue legacy(VariableType type, Object value) {
    String text = Values.text(value);
    return VariableFormats.fromText(type, text)
        .orElseThrow(
            () ->
                new EvaluationException("the result does not have the form of " + type.literal()));
  }

  /** The type of variable that holds a value without conversion. */
  static VariableType naturalType(Object value) {
    if (value instanceof BigDecimal) {
      return VariableType.NUMBER;
    }
    if (value instanceof LocalDateTime) {
      return VariableType.DATE;
    }
    return value instanceof ZonedDateTime
        ? VariableType.TIMESTAMP_WITH_TIME_ZONE
        : VariableType.VARCHAR2;
  }

  private static String limited(String text) {
    if (text != null && text.length() > VariableFormats.MAX_VARCHAR2) {
      throw new EvaluationException(
          "the result is longer than " + VariableFormats.MAX_VARCHAR2 + " characters");
    }
    return text;
  }

  private static String validJson(String text) {
    if (text != null && !VariableFormats.isJson(text)) {
      throw new EvaluationException("the result is not valid JSON");
    }
    return text;
  }
}
