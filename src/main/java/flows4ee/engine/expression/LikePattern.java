package flows4ee.engine.expression;

/**
 * Matches SQL {@code like} patterns without backtracking beyond the last {@code %}, within a bound
 * of comparisons.
 */
final class LikePattern {

  private static final int COMPARISONS_PER_LOOK = 1 << 16;

  private final char[] symbols;
  private final boolean[] isWild;

  /**
   * @param escape the character that makes the next one literal, or null
   * @throws EvaluationException when the escape character stands before anything else
   */
  LikePattern(String pattern, Character escape) {
    var plain = new StringBuilder();
    var wild = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      boolean isEscape = escape != null && c == escape;
      if (isEscape) {
        c = escaped(pattern, ++i, escape);
      }
      plain.append(c);
      wild.append(!isEscape && (c == '%' || c == '_') ? '1' : '0');
    }
    symbols = plain.toString().toCharArray();
    isWild = new boolean[symbols.length];
    for (int i = 0; i < symbols.length; i++) {
      isWild[i] = wild.charAt(i) == '1';
    }
  }

  private static char escaped(String pattern, int index, char escape) {
    char c = index < pattern.length() ? pattern.charAt(index) : 0;
    if (c != '%' && c != '_' && c != escape) {
      throw new EvaluationException("the escape character of like stands before no wildcard");
    }
    return c;
  }

  boolean matches(String text, Budget budget) {
    int at = 0;
    int symbol = 0;
    int lastAny = -1;
    int retry = 0;
    for (int work = 0; at < text.length(); work++) {
      if (work % COMPARISONS_PER_LOOK == 0) {
        budget.checkTime();
      }
      if (isAny(symbol)) {
        lastAny = symbol++;
        retry = at;
      } else if (isMatch(symbol, text.charAt(at))) {
        symbol++;
        at++;
      } else if (lastAny >= 0) {
        symbol = lastAny + 1;
        at = ++retry;
      } else {
        return false;
      }
    }
    while (isAny(symbol)) {
      symbol++;
    }
    return symbol == symbols.length;
  }

  private boolean isAny(int symbol) {
    return symbol < symbols.length && isWild[symbol] && symbols[symbol] == '%';
  }

  private boolean isMatch(int symbol, char c) {
    return symbol < symbols.length
        && (isWild[symbol] ? symbols[symbol] == '_' : symbols[symbol] == c);
  }
}
