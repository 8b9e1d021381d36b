package flows4ee.persistence;

import flows4ee.engine.state.QueryFailedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The text of one query of a diagram, checked and with its binds as JDBC parameters.
 *
 * <p>Taken is a single {@code select}, also behind {@code with}, of plain tokens: names, numbers,
 * quoted texts, operators, and calls of the functions in {@link QueryFunctions}. Whatever could
 * hide or start anything else is refused: comments, semicolons, dollar quotes, escapes, JDBC
 * parameters, words of changing statements, locks and sequences.
 *
 * @param sql with {@code ?} for each bind
 * @param binds names of the binds in their order, in upper case
 */
record QueryText(String sql, List<String> binds) {

  private static final String BIND = ":F4A$";
  private static final String PLAIN = ",.()*+-/=<>!|%[]";
  private static final Set<String> REFUSED_WORDS =
      Set.of(
          "insert",
          "update",
          "delete",
          "merge",
          "into",
          "call",
          "execute",
          "exec",
          "create",
          "alter",
          "drop",
          "truncate",
          "grant",
          "revoke",
          "copy",
          "function",
          "procedure",
          "nextval",
          "currval",
          "share");

  QueryText {
    binds = List.copyOf(binds);
  }

  /**
   * Checks a query.
   *
   * @throws QueryFailedException when it is no such query
   */
  static QueryText of(String text) {
    return new Reader(text).read();
  }

  /** Reads the tokens from left to right. */
  private static final class Reader {

    private final String text;
    private final StringBuilder sql = new StringBuilder();
    private final List<String> binds = new ArrayList<>();
    private int at;
    private String word = "";
    private boolean isFirst = true;
    private boolean isQualified;

    Reader(String text) {
      this.text = text;
    }

    QueryText read() {
      while (at < text.length()) {
        token(text.charAt(at));
      }
      if (isFirst) {
        throw onlySelect();
      }
      return new QueryText(sql.toString(), binds);
    }

    private void token(char c) {
      if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
        keep(1);
      } else if (isNamePart(c)) {
        nameOrNumber();
      } else if (isFirst) {
        throw onlySelect();
      } else if (c == '\'' || c == '"') {
        quoted(c);
      } else if (c == ':') {
        colon();
      } else if (c == '(') {
        requireCallable();
        keep(1);
        word = "";
      } else {
        operator(c);
      }
    }

    private void nameOrNumber() {
      int end = at;
      while (end < text.length() && isNamePart(text.charAt(end))) {
        end++;
      }
      if (end < text.length() && "'\"".indexOf(text.charAt(end)) >= 0) {
        throw new QueryFailedException("A quoted text of a query needs a space before it.");
      }
      String before = word;
      word = text.substring(at, end).toLowerCase(Locale.ROOT);
      requireAllowed(before);
      isFirst = false;
      keep(end - at);
    }

    private void requireAllowed(String before) {
      if (isFirst && !word.equals("select") && !word.equals("with")) {
        throw onlySelect();
      }
      isQualified = before.equals(".");
      boolean isSequence = before.equals("next") && word.equals("value");
      if (isSequence || REFUSED_WORDS.contains(word)) {
        throw new QueryFailedException("A query must not contain the word " + word + ".");
      }
    }

    /** A quoted text or name up to its end; a doubled quote stands for itself. */
    private void quoted(char quote) {
      int end = at + 1;
      while (end < text.length() && !isEnd(end, quote)) {
        end += text.charAt(end) == quote ? 2 : 1;
      }
      if (end >= text.length()) {
        throw new QueryFailedException("A quoted text of a query has no end.");
      }
      requireNoBackslash(end);
      word = String.valueOf(quote);
      keep(end + 1 - at);
    }

    private boolean isEnd(int end, char quote) {
      return text.charAt(end) == quote
          && (end + 1 == text.length() || text.charAt(end + 1) != quote);
    }

    /** Some databases take it for an escape of the quote that follows. */
    private void requireNoBackslash(int end) {
      for (int i = at + 1; i < end; i++) {
        if (text.charAt(i) == '\\' && "'\"".indexOf(text.charAt(i + 1)) >= 0) {
          throw new QueryFailedException("A query must not contain a backslash before a quote.");
        }
      }
    }

    private void colon() {
      if (text.startsWith("::", at)) {
        keep(2);
        word = "";
        return;
      }
      int end = at + BIND.length();
      if (!text.regionMatches(true, at, BIND, 0, BIND.length())) {
        throw notAllowed(':');
      }
      while (end < text.length() && (isBindPart(text.charAt(end)))) {
        end++;
      }
      binds.add(text.substring(at + BIND.length(), end).toUpperCase(Locale.ROOT));
      sql.append(" ? ");
      word = "?";
      at = end;
    }

    private void requireCallable() {
      boolean isName = !word.isEmpty() && (isNamePart(word.charAt(0)) || word.equals("\""));
      if (isName && (isQualified || !QueryFunctions.mayPrecedeParenthesis(word))) {
        throw new QueryFailedException("A query must not call " + word + ".");
      }
    }

    private void operator(char c) {
      boolean isComment = text.startsWith("--", at) || text.startsWith("/*", at);
      if (isComment || PLAIN.indexOf(c) < 0) {
        throw isComment
            ? new QueryFailedException("A query must not contain comments.")
            : notAllowed(c);
      }
      word = String.valueOf(c);
      keep(1);
    }

    private void keep(int length) {
      sql.append(text, at, at + length);
      at += length;
    }

    private static boolean isNamePart(char c) {
      return Character.isLetterOrDigit(c) || c == '_';
    }

    private static boolean isBindPart(char c) {
      return c < 128 && isNamePart(c) || c == ':';
    }

    private static QueryFailedException onlySelect() {
      return new QueryFailedException("A query must be a single select.");
    }

    private static QueryFailedException notAllowed(char c) {
      return new QueryFailedException("A query must not contain the character " + c + ".");
    }
  }
}
