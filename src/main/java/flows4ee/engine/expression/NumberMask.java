package flows4ee.engine.expression;

import flows4ee.engine.variable.Decimals;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * An Oracle number format mask of {@code 9 0 . D , G $ S MI FM}, such as {@code FM999G990D00}. The
 * point is {@code .} and groups are separated by {@code ,}.
 *
 * @param whole the mask before the point: digits and group marks
 * @param fraction the mask after the point: digits
 */
record NumberMask(String whole, String fraction, boolean isFilled, boolean hasDollar, Sign sign) {

  private static final int MAX_LENGTH = 64;

  /** Where the sign stands. */
  enum Sign {
    DEFAULT,
    LEADING,
    TRAILING,
    TRAILING_MINUS
  }

  /**
   * Reads a mask.
   *
   * @throws EvaluationException when it has an element that is not known
   */
  static NumberMask of(String mask) {
    String rest = mask == null ? "" : mask.toUpperCase(Locale.ROOT);
    boolean isFilled = !rest.startsWith("FM");
    rest = isFilled ? rest : rest.substring(2);
    var sign = Sign.DEFAULT;
    if (rest.startsWith("S")) {
      sign = Sign.LEADING;
      rest = rest.substring(1);
    } else if (rest.endsWith("MI")) {
      sign = Sign.TRAILING_MINUS;
      rest = rest.substring(0, rest.length() - 2);
    } else if (rest.endsWith("S")) {
      sign = Sign.TRAILING;
      rest = rest.substring(0, rest.length() - 1);
    }
    boolean hasDollar = rest.startsWith("$");
    rest = (hasDollar ? rest.substring(1) : rest).replace('D', '.').replace('G', ',');
    int point = rest.indexOf('.');
    String whole = point < 0 ? rest : rest.substring(0, point);
    String fraction = point < 0 ? "" : rest.substring(point + 1);
    boolean isBlank = whole.isEmpty() && fraction.isEmpty();
    if (isBlank || mask.length() > MAX_LENGTH || !is(whole, "90,") || !is(fraction, "90")) {
      throw new EvaluationException("the number format mask is not known");
    }
    return new NumberMask(whole, fraction, isFilled, hasDollar, sign);
  }

  private static boolean is(String text, String characters) {
    return text.chars().allMatch(c -> characters.indexOf(c) >= 0);
  }

  /** Writes a number; one that does not fit is a row of {@code #}. */
  String format(BigDecimal number) {
    var rounded = number.setScale(fraction.length(), RoundingMode.HALF_UP);
    String digits = rounded.abs().toPlainString();
    int point = digits.indexOf('.');
    String wholeDigits = point < 0 ? digits : digits.substring(0, point);
    String fractionDigits = point < 0 ? "" : digits.substring(point + 1);
    String shown = "0".equals(wholeDigits) && !whole.contains("0") ? "" : wholeDigits;
    int places = (int) whole.chars().filter(c -> c != ',').count();
    if (shown.length() > places) {
      return "#".repeat(whole.length() + fraction.length() + 1);
    }
    String text = grouped(shown) + shownFraction(fractionDigits);
    return signed(hasDollar ? "$" + text : text, rounded.signum() < 0);
  }

  /** Puts the digits into the mask from the right; places left over are zeros or nothing. */
  private String grouped(String digits) {
    var text = new StringBuilder();
    int next = digits.length() - 1;
    int firstZero = whole.indexOf('0');
    for (int i = whole.length() - 1; i >= 0; i--) {
      boolean isNeeded = next >= 0 || firstZero >= 0 && firstZero <= i;
      char place = whole.charAt(i);
      if (place == ',' && (next >= 0 || firstZero >= 0 && firstZero < i)) {
        text.append(',');
      } else if (place != ',' && isNeeded) {
        text.append(next >= 0 ? digits.charAt(next--) : '0');
      }
    }
    return text.reverse().toString();
  }

  private String shownFraction(String digits) {
    if (fraction.isEmpty()) {
      return "";
    }
    int end = digits.length();
    while (!isFilled
        && end > 0
        && fraction.charAt(end - 1) == '9'
        && digits.charAt(end - 1) == '0') {
      end--;
    }
    return "." + digits.substring(0, end);
  }

  private String signed(String text, boolean isNegative) {
    String shown =
        switch (sign) {
          case DEFAULT -> (isNegative ? "-" : "") + text;
          case LEADING -> (isNegative ? "-" : "+") + text;
          case TRAILING -> text + (isNegative ? "-" : "+");
          case TRAILING_MINUS -> text + (isNegative ? "-" : isFilled ? " " : "");
        };
    int width =
        whole.length() + (fraction.isEmpty() ? 0 : fraction.length() + 1) + (hasDollar ? 1 : 0) + 1;
    return isFilled && shown.length() < width ? " ".repeat(width - shown.length()) + shown : shown;
  }

  /**
   * Reads a number of this form.
   *
   * @throws EvaluationException when the text is no number
   */
  BigDecimal parse(String text) {
    String plain = text.strip().replace(",", "").replace("$", "");
    boolean isTrailing = plain.endsWith("-") || plain.endsWith("+");
    if (isTrailing) {
      plain = plain.substring(plain.length() - 1) + plain.substring(0, plain.length() - 1).strip();
    }
    return Decimals.parse(plain)
        .orElseThrow(() -> new EvaluationException("a text is not a number of the format mask"));
  }
}
