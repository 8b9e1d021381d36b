package flows4ee.engine.expression;

/**
 * Replaces {@code &F4A$name.} in texts of the diagram. One pass: what was put in is never read
 * again. Unknown names stay as they are.
 */
public final class Substitution {

  private Substitution() {}

  /**
   * In short texts (static values, settings, addresses, timers): only VARCHAR2 variables have a
   * value, others are replaced by nothing.
   */
  public static String inShortText(String text, ExpressionScope scope) {
    throw new UnsupportedOperationException(text);
  }

  /** In long texts (mail bodies, payloads): every type in its text form. */
  public static String inLongText(String text, ExpressionScope scope) {
    throw new UnsupportedOperationException(text);
  }

  /** In the description of an iteration, where names are written {@code &NAME.}. */
  public static String inDescription(String text, ExpressionScope scope) {
    throw new UnsupportedOperationException(text);
  }
}
