package flows4ee.engine.parser;

import flows4ee.engine.model.Location;

/**
 * Finds where the start tags of an XML text begin, one after the other; the reader of the platform
 * only knows where they end. Meant to follow that reader, which has refused malformed text.
 */
final class TagLocator {

  private final String text;
  private int at;
  private int counted;
  private int line = 1;
  private int lineStart;

  TagLocator(String text) {
    this.text = text;
  }

  /** Where the next start tag begins; unknown behind the last one. */
  Location next() {
    int open = nextMarkup();
    if (open < 0) {
      return Location.UNKNOWN;
    }
    at = open + 1;
    return locate(open);
  }

  /** Whether the first thing that is no comment or instruction is a declaration. */
  boolean isAtDeclaration() {
    int open = nextMarkup();
    return open >= 0 && text.startsWith("<!", open);
  }

  private int nextMarkup() {
    int open = text.indexOf('<', at);
    while (open >= 0) {
      String end = endOfSkipped(open);
      if (end == null) {
        return open;
      }
      int close = text.indexOf(end, open + 2);
      at = close < 0 ? text.length() : close + end.length();
      open = text.indexOf('<', at);
    }
    return -1;
  }

  private String endOfSkipped(int open) {
    if (text.startsWith("<!--", open)) {
      return "-->";
    }
    if (text.startsWith("<![CDATA[", open)) {
      return "]]>";
    }
    if (text.startsWith("<?", open)) {
      return "?>";
    }
    return text.startsWith("</", open) ? ">" : null;
  }

  private Location locate(int index) {
    for (int i = counted; i < index; i++) {
      char c = text.charAt(i);
      if (c == '\n' || (c == '\r' && text.charAt(i + 1) != '\n')) {
        line++;
        lineStart = i + 1;
      }
    }
    counted = index;
    return new Location(line, index - lineStart + 1);
  }
}
