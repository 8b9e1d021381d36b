package flows4ee.engine.expression;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/**
 * Functions of texts. Characters are code points, positions are 1-based; NULL in, NULL out unless
 * said otherwise.
 */
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
    for (int c : text.codePoints().toArray()) {
      result.appendCodePoint(isInWord ? Character.toLowerCase(c) : Character.toUpperCase(c));
      isInWord = Character.isLetterOrDigit(c);
    }
    return result.toString();
  }

  private static Object length(String text) {
    return text == null ? null : BigDecimal.valueOf(count(text));
  }

  private static int count(String text) {
    return text.codePointCount(0, text.length());
  }

  private static Object substr(Object[] arguments) {
    String text = Values.text(arguments[0]);
    int position = Values.integer(arguments[1]);
    int count = count(text);
    int start = position > 0 ? position - 1 : position < 0 ? count + position : 0;
    int length = arguments[2] == null ? count : Values.integer(arguments[2]);
    if (start < 0 || start >= count || length < 1) {
      return null;
    }
    int from = text.offsetByCodePoints(0, start);
    return text.substring(from, text.offsetByCodePoints(from, Math.min(length, count - start)));
  }

  private static Object instr(Object[] arguments) {
    String text = Values.text(arguments[0]);
    String sought = Values.text(arguments[1]);
    int position = arguments[2] == null ? 1 : Values.integer(arguments[2]);
    int occurrence = arguments[3] == null ? 1 : Values.integer(arguments[3]);
    if (occurrence < 1) {
      throw new EvaluationException("the occurrence of instr is less than 1");
    }
    int first = position > 0 ? position - 1 : count(text) + position;
    if (position == 0 || first < 0 || first >= count(text)) {
      return BigDecimal.ZERO;
    }
    int step = position > 0 ? 1 : -1;
    int found = next(text, sought, text.offsetByCodePoints(0, first), step);
    for (int i = 1; i < occurrence && found >= 0; i++) {
      found = next(text, sought, found + step, step);
    }
    return found < 0 ? BigDecimal.ZERO : BigDecimal.valueOf(text.codePointCount(0, found) + 1L);
  }

  private static int next(String text, String sought, int from, int step) {
    return step > 0 ? text.indexOf(sought, from) : text.lastIndexOf(sought, from);
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
    while (isLeft && start < end && set.indexOf(text.codePointAt(start)) >= 0) {
      start = text.offsetByCodePoints(start, 1);
    }
    while (isRight && end > start && set.indexOf(text.codePointBefore(end)) >= 0) {
      end = text.offsetByCodePoints(end, -1);
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
    int missing = Math.max(length, 0) - count(text);
    if (missing <= 0) {
      return length < 1 ? null : text.substring(0, text.offsetByCodePoints(0, length));
    }
    int whole = missing / count(pad);
    int rest = pad.offsetByCodePoints(0, missing % count(pad));
    frame.budget().claimText(text.length() + (long) whole * pad.length() + rest);
    String padding = pad.repeat(whole) + pad.substring(0, rest);
    return isLeft ? padding + text : text + padding;
  }
}
