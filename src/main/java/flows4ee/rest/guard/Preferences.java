package flows4ee.rest.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a caller prefers: the header {@code Prefer} (RFC 7240), several headers as one list. Of
 * preferences with the same name the first counts; their parameters are not read.
 */
final class Preferences {

  private Preferences() {}

  /**
   * The value of a preference, without quotes and empty when it has none.
   *
   * @param name in any case
   */
  static Optional<String> find(String header, String name) {
    return split(header, ',').stream()
        .map(element -> split(element, ';').get(0))
        .filter(preference -> nameOf(preference).equalsIgnoreCase(name))
        .findFirst()
        .map(Preferences::valueOf);
  }

  private static String nameOf(String preference) {
    int end = preference.indexOf('=');
    return preference.substring(0, end < 0 ? preference.length() : end).strip();
  }

  private static String valueOf(String preference) {
    int start = preference.indexOf('=');
    String word = start < 0 ? "" : preference.substring(start + 1).strip();
    boolean isQuoted = word.length() > 1 && word.startsWith("\"") && word.endsWith("\"");
    return isQuoted ? word.substring(1, word.length() - 1).replaceAll("\\\\(.)", "$1") : word;
  }

  /** The parts between separators that do not stand in quotes, at least one. */
  private static List<String> split(String text, char separator) {
    List<String> parts = new ArrayList<>();
    boolean isQuoted = false;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && isQuoted) {
        i++;
      } else if (c == '"') {
        isQuoted = !isQuoted;
      } else if (c == separator && !isQuoted) {
        parts.add(text.substring(start, i));
        start = i + 1;
      }
    }
    parts.add(text.substring(start));
    return parts;
  }
}
