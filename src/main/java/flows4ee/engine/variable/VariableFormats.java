package flows4ee.engine.variable;

import flows4ee.engine.model.VariableType;
import flows4ee.engine.model.VariableValue;

/** Reads text forms of variable values. */
public final class VariableFormats {

  private VariableFormats() {}

  /**
   * Reads a value as a request states it: numbers with optional exponent; dates and timestamps by
   * RFC 3339, {@code YYYY-MM-DD}, or in their shown form; JSON as text.
   *
   * @param text null for SQL NULL
   * @throws flows4ee.engine.error.EngineException when the text is no such value or too long
   */
  public static VariableValue fromRequest(VariableType type, String text) {
    throw new UnsupportedOperationException(type + text);
  }
}
