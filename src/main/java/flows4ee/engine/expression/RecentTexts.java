package flows4ee.engine.expression;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * Remembers what recent texts compile to, by two generations: when the young one holds its share of
 * characters it becomes the old one, and the former old one is forgotten. Safe for many threads.
 */
final class RecentTexts<V> {

  private final long maxCharacters;
  private final AtomicLong characters = new AtomicLong();
  private volatile Map<String, V> young = new ConcurrentHashMap<>();
  private volatile Map<String, V> old = new ConcurrentHashMap<>();

  /**
   * @param maxCharacters share of one generation
   */
  RecentTexts(long maxCharacters) {
    this.maxCharacters = maxCharacters;
  }

  /** What the text compiles to, from memory or made now. */
  V get(String text, Function<String, V> compiler) {
    V known = young.get(text);
    if (known != null) {
      return known;
    }
    known = old.get(text);
    V value = known == null ? compiler.apply(text) : known;
    remember(text, value);
    return value;
  }

  private void remember(String text, V value) {
    if (characters.addAndGet(text.length() + 64L) > maxCharacters) {
      turn();
    }
    young.put(text, value);
  }

  private synchronized void turn() {
    if (characters.get() > maxCharacters) {
      old = young;
      young = new ConcurrentHashMap<>();
      characters.set(0);
    }
  }

  /** Number of texts remembered. */
  int size() {
    return young.size() + old.size();
  }
}
