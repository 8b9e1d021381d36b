package flows4ee.engine.expression;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** Functions of texts. Positions are 1-based; NULL in, NULL out unless said otherwise. */
final class TextFunctions {

  private TextFunctions() {}

  static List<Function> all() {
    return List.of(
        Function.of("UPPER", 1, 1, a -> cased(a[0], true)),
        Function.of("LOWER", 1, 1, a -> cased(a[0], false)),
        Function.of("INITCAP", 1, 1, a -> initcap(Values.text(a[0]))),
        Function.of("LENGTH", 1, 1, a -> length(Values.text(a[0]))),
        Function.strict("SUBSTR", 2, 3, TextFunctions::substr),
        Function.strict("INSTR", 2, 4, TextFunctions::instr),
        Function.of("TRIM", 1, 1, a -> trimmed(Values.text(a[0]), " ", true, true)),
        Function.strict("LTRIM", 1, 2, a -> trimmed(Values.text(a[0]), set(a), true, false)),
        Function.strict("RTRIM", 1, 2, a -> trimmed(Values.text(a[0]), set(a), false, true)),
        new Function("REPLACE", List.of(), 2, 3, TextFunctions::replace),
        new Function("LPAD", List.of(), 2, 3, (frame, nodes) -> padded(frame, nodes, true)),
        new Function("RPAD", List.of(), 2, 3, (frame, nodes) -> padded(frame, nodes, false)));
  }

  private static String cased(Object value, boolean isUpper) {
    String text = Values.text(value);
    if (text == null) {
      return null;
    }
    return isUpper ? text.toUpperCase(Locale.ROOT) : text.toLowerCase(Locale.ROOT);
  }

  private static String initcap(String text) {
    if (text == null) {
      return null;
    }
    var result = new StringBuilder(text.length());
    boolean isInWord = false;
    for (char c : text.toCharArray()) {
      result.append(isInWord ? Character.toLowerCase(c) : Character.toUpperCase(c));
      isInWord = Character.isLetterOrDigit(c);
    }
    return result.toString();
  }

  private static Object length(String text) {
    return text == null ? null : BigDecimal.valueOf(text.length());
  }

  private static Object substr(Object[] arguments) {
    String text = Values.text(arguments[0]);
    int position = Values.integer(arguments[1]);
    int start = position > 0 ? position - 1 : position < 0 ? text.length() + position : 0;
    int length = arguments[2] == null ? text.length() : Values.integer(arguments[2]);
    if (start < 0 || start >= text.length() || length < 1) {
      return null;
    }
    return text.substring(start, (int) Math.min(text.length(), (long) start + length));
  }

  private static Object instr(Object[] arguments) {
    String text = Values.text(arguments[0]);
    String sought = Values.text(arguments[1]);
    int position = arguments[2] == null ? 1 : Values.integer(arguments[2]);
    int occurrence = arguments[3] == null ? 1 : Values.integer(arguments[3]);
    if (occurrence < 1) {
      throw new EvaluationException("the occurrence of instr is less than 1");
    }
    int found = position < 0 ? text.length() + position + 1 : position - 2;
    for (int i = 0; i < occurrence; i++) {
      found =
          position < 0
              ? (found < 1 ? -1 : text.lastIndexOf(sought, found - 1))
              : text.indexOf(sought, found + 1);
      if (found < 0 || position == 0) {
        return BigDecimal.ZERO;
      }
    }
    return BigDecimal.valueOf(found + 1L);
  }

  private static String set(Object[] arguments) {
    return arguments[1] == null ? " " : Values.text(arguments[1]);
  }

  private static String trimmed(String text, String set, boolean isLeft, boolean isRight) {
    if (text == null) {
      return null;
    }
    int start = 0;
    int end = text.length();
    while (isLeft && start < end && set.indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    while (isRight && end > start && set.indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return Values.text(text.substring(start, end));
  }

  private static Object replace(Frame frame, List<Node> arguments) {
    String text = frame.text(arguments.get(0));
    String sought = frame.text(arguments.get(1));
    String put = arguments.size() > 2 ? frame.text(arguments.get(2)) : null;
    if (text == null || sought == null) {
      return text;
    }
    String replacement = put == null ? "" : put;
    long growth = Math.max(0, (long) replacement.length() - sought.length());
    long count = growth == 0 ? 0 : occurrences(text, sought);
    frame.budget().claimText(text.length() + growth * count);
    return Values.text(text.replace(sought, replacement));
  }

  private static long occurrences(String text, String sought) {
    long count = 0;
    for (int at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + sought.length())) {
      count++;
    }
    return count;
  }

  private static Object padded(Frame frame, List<Node> arguments, boolean isLeft) {
    String text = frame.text(arguments.get(0));
    Object wanted = frame.value(arguments.get(1));
    String pad = arguments.size() > 2 ? frame.text(arguments.get(2)) : " ";
    if (text == null || wanted == null || pad == null) {
      return null;
    }
    int length = Values.integer(wanted);
    if (length <= text.length()) {
      return length < 1 ? null : text.substring(0, length);
    }
    frame.budget().claimText(length);
    int missing = length - text.length();
    String padding = pad.repeat(missing / pad.length() + 1).substring(0, missing);
    return isLeft ? padding + text : text + padding;
  }
}
