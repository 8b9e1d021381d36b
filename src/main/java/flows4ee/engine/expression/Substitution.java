package flows4ee.engine.expression;

/**
 * Replaces {@code &F4A$name.} in texts of the diagram. One pass: what was put in is never read
 * again. Unknown names stay as they are. The prefix counts in upper case only, the name in any.
 *
 * <p>All methods throw {@link EvaluationException} when the result exceeds 1 MiB.
 */
public final class Substitution {

  private Substitution() {}

  /**
   * In short texts (static values, settings, addresses, timers): only VARCHAR2 variables have a
   * value, others are replaced by nothing.
   */
  public static String inShortText(String text, ExpressionScope scope) {
    return TextTemplate.of(text, TextTemplate.F4A).fill(name -> Binds.shortText(name, scope));
  }

  /** In long texts (mail bodies, payloads): every type in its text form. */
  public static String inLongText(String text, ExpressionScope scope) {
    return TextTemplate.of(text, TextTemplate.F4A).fill(name -> Binds.longText(name, scope));
  }

  /** In the description of an iteration, where names are written {@code &NAME.}. */
  public static String inDescription(String text, ExpressionScope scope) {
    return TextTemplate.of(text, TextTemplate.DESCRIPTION)
        .fill(name -> Binds.longText(name, scope));
  }
}
