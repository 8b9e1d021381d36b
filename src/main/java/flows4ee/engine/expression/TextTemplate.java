package flows4ee.engine.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A text with names to be replaced. Filling it is one pass over the parts, so what is put in is
 * never read as a name.
 */
record TextTemplate(List<Part> parts) {

  static final String F4A = "&F4A$";
  static final String DESCRIPTION = "&";

  /**
   * A part.
   *
   * @param text as written
   * @param name the name to be replaced, or null for plain text
   */
  private record Part(String text, String name) {}

  TextTemplate {
    parts = List.copyOf(parts);
  }

  /**
   * Splits a text at its names.
   *
   * @param prefix what stands before a name; a dot stands after it
   */
  static TextTemplate of(String text, String prefix) {
    var parts = new ArrayList<Part>();
    int plain = 0;
    for (int at = text.indexOf(prefix); at >= 0; at = text.indexOf(prefix, at + 1)) {
      int start = at + prefix.length();
      int end = endOfName(text, start);
      if (at >= plain && end > start && end < text.length() && text.charAt(end) == '.') {
        parts.add(new Part(text.substring(plain, at), null));
        parts.add(new Part(text.substring(at, end + 1), text.substring(start, end)));
        plain = end + 1;
      }
    }
    parts.add(new Part(text.substring(plain), null));
    return new TextTemplate(parts);
  }

  private static int endOfName(String text, int start) {
    int end = start;
    while (end < text.length() && isNameCharacter(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isNameCharacter(char c) {
    return c >= 'A' && c <= 'Z'
        || c >= 'a' && c <= 'z'
        || c >= '0' && c <= '9'
        || c == '_'
        || c == ':'
        || c == '-';
  }

  /** Whether there is no name in it. */
  boolean isPlain() {
    return parts.size() == 1;
  }

  /**
   * The text with the names replaced.
   *
   * @param values text of a name; empty leaves the name as written
   * @throws EvaluationException when it grows beyond the longest text
   */
  String fill(Function<String, Optional<String>> values) {
    var text = new StringBuilder();
    for (var part : parts) {
      String filled =
          part.name() == null ? part.text() : values.apply(part.name()).orElse(part.text());
      if (text.length() + filled.length() > Budget.MAX_TEXT) {
        throw new EvaluationException(
            "a text grew beyond " + Budget.MAX_TEXT + " characters by substitution");
      }
      text.append(filled);
    }
    return text.toString();
  }
}
