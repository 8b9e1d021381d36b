package flows4ee.engine.variable;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * Decimal numbers as Oracle's NUMBER keeps them: 40 significant digits, magnitude below 10^126,
 * anything smaller than 10^-130 is zero. No number in these bounds has a long plain form.
 */
public final class Decimals {

  /** Precision of every result. */
  public static final MathContext PRECISION = new MathContext(40, RoundingMode.HALF_UP);

  private static final int MAX_TEXT = 200;
  private static final int MAX_MAGNITUDE = 126;
  private static final int MIN_MAGNITUDE = -129;

  private Decimals() {}

  /**
   * Reads a decimal with optional sign, fraction and exponent; blanks around it are ignored.
   *
   * @return empty when the text is no such number, longer than 200 characters or out of range
   */
  public static Optional<BigDecimal> parse(String text) {
    String number = text.strip();
    if (number.isEmpty() || number.length() > MAX_TEXT || !isNumber(number)) {
      return Optional.empty();
    }
    try {
      return Optional.of(bounded(new BigDecimal(number)));
    } catch (ArithmeticException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  /**
   * Rounds a number to the precision and range of a NUMBER.
   *
   * @throws ArithmeticException when it is too large
   */
  public static BigDecimal bounded(BigDecimal number) {
    if (number.signum() == 0) {
      return BigDecimal.ZERO;
    }
    long magnitude = (long) number.precision() - number.scale();
    if (magnitude > MAX_MAGNITUDE) {
      throw new ArithmeticException("numeric overflow");
    }
    if (magnitude < MIN_MAGNITUDE) {
      return BigDecimal.ZERO;
    }
    return number.precision() > PRECISION.getPrecision() ? number.round(PRECISION) : number;
  }

  /** The canonical text: plain, without trailing zeros, {@code 0.5} with its leading zero. */
  public static String text(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  private static boolean isNumber(String text) {
    int i = sign(text, 0);
    int whole = digits(text, i);
    int end = whole;
    boolean hasDigits = whole > i;
    if (end < text.length() && text.charAt(end) == '.') {
      int fraction = digits(text, end + 1);
      hasDigits |= fraction > end + 1;
      end = fraction;
    }
    return hasDigits && (end == text.length() || isExponent(text, end));
  }

  private static boolean isExponent(String text, int start) {
    if (Character.toLowerCase(text.charAt(start)) != 'e') {
      return false;
    }
    int first = sign(text, start + 1);
    int end = digits(text, first);
    return end > first && end == text.length();
  }

  private static int sign(String text, int i) {
    return i < text.length() && (text.charAt(i) == '+' || text.charAt(i) == '-') ? i + 1 : i;
  }

  private static int digits(String text, int start) {
    int i = start;
    while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
      i++;
    }
    return i;
  }
}
