package flows4ee.engine.parser;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the numbers of a diagram; anything else is warned of and ignored. */
final class NumberParser {

  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,18}(\\.\\d{1,18})?");

  private final Problems problems;

  NumberParser(Problems problems) {
    this.problems = problems;
  }

  /**
   * Reads a decimal.
   *
   * @param owner the object to name in the warning
   * @param what the attribute or element to name in the warning
   */
  Optional<BigDecimal> decimal(String text, XmlElement owner, String what) {
    String stripped = text.strip();
    if (NUMBER.matcher(stripped).matches()) {
      return Optional.of(new BigDecimal(stripped));
    }
    problems.warn(ProblemText.NUMBER_INVALID, owner, text, what);
    return Optional.empty();
  }
}
