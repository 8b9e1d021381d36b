package flows4ee.engine.variable;

import flows4ee.engine.error.EngineException;
import flows4ee.engine.error.EngineMessage;
import flows4ee.engine.model.VariableType;
import flows4ee.engine.model.VariableValue;
import flows4ee.json.JsonException;
import flows4ee.json.JsonReader;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Optional;

/** Reads text forms of variable values and checks their bounds. */
public final class VariableFormats {

  /** Longest VARCHAR2, in characters. */
  public static final int MAX_VARCHAR2 = 4000;

  /** Longest CLOB or JSON, in characters. */
  public static final int MAX_TEXT = 10 * 1024 * 1024;

  /** Longest name of a variable, in characters. */
  public static final int MAX_NAME = 50;

  private VariableFormats() {}

  /**
   * Reads a value as a request states it: numbers with optional exponent; dates and timestamps by
   * RFC 3339 (without an offset UTC; a DATE is converted to UTC), {@code YYYY-MM-DD}, or as they
   * are shown; JSON as text.
   *
   * @param text null for SQL NULL
   * @throws EngineException when the text is no such value or too long
   */
  public static VariableValue fromRequest(VariableType type, String text) {
    if (text == null) {
      return new VariableValue(type, null);
    }
    return switch (type) {
      case VARCHAR2 -> VariableValue.text(limited(text, MAX_VARCHAR2));
      case CLOB -> VariableValue.clob(limited(text, MAX_TEXT));
      case NUMBER ->
          VariableValue.number(
              Decimals.parse(text)
                  .orElseThrow(() -> new EngineException(EngineMessage.NUMBER_INVALID, text)));
      case DATE -> VariableValue.date(utc(requestTime(text)));
      case TIMESTAMP_WITH_TIME_ZONE -> VariableValue.timestamp(requestTime(text));
      case JSON -> VariableValue.json(validJson(text));
    };
  }

  /**
   * Reads the form in which a value is shown, strictly; numbers may have an exponent.
   *
   * @param text null or empty for SQL NULL
   * @return empty when the text does not have that form or is too long
   */
  public static Optional<VariableValue> fromText(VariableType type, String text) {
    if (text == null || text.isEmpty()) {
      return Optional.of(new VariableValue(type, null));
    }
    return switch (type) {
      case VARCHAR2 -> within(text, MAX_VARCHAR2).map(VariableValue::text);
      case CLOB -> within(text, MAX_TEXT).map(VariableValue::clob);
      case NUMBER -> Decimals.parse(text).map(VariableValue::number);
      case DATE -> DateTexts.date(text).map(VariableValue::date);
      case TIMESTAMP_WITH_TIME_ZONE -> DateTexts.timestamp(text).map(VariableValue::timestamp);
      case JSON -> isJson(text) ? Optional.of(VariableValue.json(text)) : Optional.empty();
    };
  }

  /** Whether the text is one strict JSON document within the limits of {@link JsonReader}. */
  public static boolean isJson(String text) {
    if (text.length() > MAX_TEXT) {
      return false;
    }
    try {
      JsonReader.parse(text);
      return true;
    } catch (JsonException e) {
      return false;
    }
  }

  /** The beginning of a text, at most that long, without half a character at its end. */
  public static String cut(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    boolean isSplit = Character.isHighSurrogate(text.charAt(length - 1));
    return text.substring(0, isSplit ? length - 1 : length);
  }

  private static Optional<String> within(String text, int limit) {
    return text.length() <= limit ? Optional.of(text) : Optional.empty();
  }

  private static String limited(String text, int limit) {
    return within(text, limit)
        .orElseThrow(() -> new EngineException(EngineMessage.VALUE_TOO_LONG, limit));
  }

  private static String validJson(String text) {
    if (!isJson(text)) {
      throw new EngineException(EngineMessage.JSON_INVALID);
    }
    return text;
  }

  private static ZonedDateTime requestTime(String text) {
    return DateTexts.request(text)
        .orElseThrow(() -> new EngineException(EngineMessage.DATE_INVALID, text));
  }

  private static LocalDateTime utc(ZonedDateTime time) {
    return DateTexts.utc(time);
  }
}
