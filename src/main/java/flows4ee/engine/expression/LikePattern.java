package flows4ee.engine.expression;

import java.util.Arrays;

/**
 * Matches SQL {@code like} patterns without backtracking beyond the last {@code %}, within a bound
 * of comparisons. Characters are code points.
 */
final class LikePattern {

  private static final int COMPARISONS_PER_LOOK = 1 << 16;

  private final int[] symbols;
  private final boolean[] isWild;

  /**
   * @param escape the character that makes the next one literal, or null
   * @throws EvaluationException when the escape character stands before anything else
   */
  LikePattern(String pattern, Integer escape) {
    int[] characters = pattern.codePoints().toArray();
    var plain = new int[characters.length];
    var wild = new boolean[characters.length];
    int count = 0;
    for (int i = 0; i < characters.length; i++) {
      int c = characters[i];
      boolean isEscape = escape != null && c == escape;
      if (isEscape) {
        c = escaped(characters, ++i, escape);
      }
      wild[count] = !isEscape && (c == '%' || c == '_');
      plain[count++] = c;
    }
    symbols = Arrays.copyOf(plain, count);
    isWild = wild;
  }

  private static int escaped(int[] pattern, int index, int escape) {
    int c = index < pattern.length ? pattern[index] : 0;
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
      } else if (isMatch(symbol, text.codePointAt(at))) {
        symbol++;
        at = text.offsetByCodePoints(at, 1);
      } else if (lastAny >= 0) {
        symbol = lastAny + 1;
        retry = text.offsetByCodePoints(retry, 1);
        at = retry;
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

  private boolean isMatch(int symbol, int c) {
    return symbol < symbols.length
        && (isWild[symbol] ? symbols[symbol] == '_' : symbols[symbol] == c);
  }
}
