package flows4ee.engine.expression;

import flows4ee.engine.variable.Decimals;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** {@code dbms_random}, from the engine's source of random numbers. */
final class RandomFunctions {

  private static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final String LOWER = "abcdefghijklmnopqrstuvwxyz";
  private static final String DIGITS = "0123456789";
  private static final int MAX_LENGTH = 4000;
  private static final int FIRST_PRINTABLE = 32;
  private static final int LAST_PRINTABLE = 126;

  private RandomFunctions() {}

  static List<Function> all() {
    return List.of(
        new Function("DBMS_RANDOM.STRING", List.of("OPT", "LEN"), 2, 2, RandomFunctions::string),
        new Function("DBMS_RANDOM.VALUE", List.of("LOW", "HIGH"), 0, 2, RandomFunctions::value),
        new Function(
            "DBMS_RANDOM.RANDOM",
            List.of(),
            0,
            0,
            (frame, none) -> BigDecimal.valueOf(frame.scope().random().nextInt())));
  }

  private static Object string(Frame frame, List<Node> arguments) {
    String option = frame.text(arguments.get(0));
    int length = Values.integer(frame.value(arguments.get(1)));
    if (length < 0 || length > MAX_LENGTH) {
      throw new EvaluationException("the length of a random text is out of range");
    }
    String letters = letters(option == null ? "U" : option.toUpperCase(Locale.ROOT));
    var text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append(letter(letters, frame.scope().random()));
    }
    return Values.text(text.toString());
  }

  private static String letters(String option) {
    return switch (option) {
      case "L" -> LOWER;
      case "A" -> UPPER + LOWER;
      case "X" -> UPPER + DIGITS;
      case "P" -> "";
      default -> UPPER;
    };
  }

  private static char letter(String letters, RandomGenerator random) {
    return letters.isEmpty()
        ? (char) random.nextInt(FIRST_PRINTABLE, LAST_PRINTABLE + 1)
        : letters.charAt(random.nextInt(letters.length()));
  }

  private static Object value(Frame frame, List<Node> arguments) {
    var random = BigDecimal.valueOf(frame.scope().random().nextDouble());
    if (arguments.isEmpty()) {
      return random;
    }
    if (arguments.size() < 2) {
      throw new EvaluationException("dbms_random.value takes no bounds or two");
    }
    var low = Values.number(frame.value(arguments.get(0)));
    var high = Values.number(frame.value(arguments.get(1)));
    if (low == null || high == null) {
      return null;
    }
    return low.add(high.subtract(low).multiply(random), Decimals.PRECISION);
  }
}
