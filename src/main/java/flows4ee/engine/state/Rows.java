package flows4ee.engine.state;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The rows of one table that belong to one instance: read at first use, changed in memory, compared
 * with what was read when they are flushed. Every change is entered in the journal of the state, so
 * that a failing step can take back its own.
 *
 * @param <K> key of a row, with equals and hashCode
 * @param <R> immutable row
 */
public final class Rows<K, R> {

  private final Function<R, K> keyOf;
  private final Supplier<? extends Collection<R>> loader;
  private final Journal journal;
  private final Map<K, R> current = new LinkedHashMap<>();
  private Map<K, R> loaded;

  Rows(Function<R, K> keyOf, Supplier<? extends Collection<R>> loader, Journal journal) {
    this.keyOf = keyOf;
    this.loader = loader;
    this.journal = journal;
  }

  public Optional<R> find(K key) {
    return Optional.ofNullable(rows().get(key));
  }

  /** The row of that key; an unknown key is a fault of the caller's code. */
  public R get(K key) {
    return find(key).orElseThrow(() -> new IllegalStateException("no row " + key));
  }

  /** All rows, in the order they were read or added. */
  public List<R> all() {
    return new ArrayList<>(rows().values());
  }

  public List<R> where(Predicate<R> condition) {
    return rows().values().stream().filter(condition).toList();
  }

  public boolean any(Predicate<R> condition) {
    return rows().values().stream().anyMatch(condition);
  }

  public int size() {
    return rows().size();
  }

  /** Adds a row or replaces the one with the same key. */
  public void put(R row) {
    K key = keyOf.apply(row);
    R before = rows().put(key, row);
    journal.add(() -> restore(key, before));
  }

  public void remove(K key) {
    R before = rows().remove(key);
    if (before != null) {
      journal.add(() -> restore(key, before));
    }
  }

  public void removeWhere(Predicate<R> condition) {
    where(condition).forEach(row -> remove(keyOf.apply(row)));
  }

  /** Whether the rows were read in this call; what was not read was not changed either. */
  public boolean isLoaded() {
    return loaded != null;
  }

  /** Rows to insert, in the order they were added. */
  public List<R> inserted() {
    return loaded == null
        ? List.of()
        : current.entrySet().stream()
            .filter(entry -> !loaded.containsKey(entry.getKey()))
            .map(Map.Entry::getValue)
            .toList();
  }

  /** Rows to update: those that differ from what was read. */
  public List<R> updated() {
    return loaded == null
        ? List.of()
        : current.entrySet().stream()
            .filter(entry -> loaded.containsKey(entry.getKey()))
            .filter(entry -> !loaded.get(entry.getKey()).equals(entry.getValue()))
            .map(Map.Entry::getValue)
            .toList();
  }

  /** Rows to delete, as they were read. */
  public List<R> deleted() {
    return loaded == null
        ? List.of()
        : loaded.entrySet().stream()
            .filter(entry -> !current.containsKey(entry.getKey()))
            .map(Map.Entry::getValue)
            .toList();
  }

  /** Takes the present rows for what is stored; called after a flush. */
  void settle() {
    if (loaded != null) {
      loaded = new LinkedHashMap<>(current);
    }
  }

  /** Forgets all rows, as if nothing had been read. */
  void clear() {
    current.clear();
    loaded = null;
  }

  /** Adds rows that were read later, such as the variables of another scope. */
  void addLoaded(Collection<R> rows) {
    rows();
    for (R row : rows) {
      loaded.put(keyOf.apply(row), row);
      current.putIfAbsent(keyOf.apply(row), row);
    }
  }

  private Map<K, R> rows() {
    if (loaded == null) {
      loaded = new LinkedHashMap<>();
      loader.get().forEach(row -> loaded.put(keyOf.apply(row), row));
      current.putAll(loaded);
    }
    return current;
  }

  private void restore(K key, R before) {
    if (before == null) {
      current.remove(key);
    } else {
      current.put(key, before);
    }
  }
}
