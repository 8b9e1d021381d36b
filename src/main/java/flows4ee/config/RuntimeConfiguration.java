package flows4ee.config;

import flows4ee.rest.guard.RefusedException;
import flows4ee.rest.guard.RuntimeSettings;
import flows4ee.rest.guard.SettingStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * The values of all run-time keys: the server's configuration first, then the table, then the
 * default. The table is read again when what was read is older than {@value #MAX_AGE_SECONDS}
 * seconds; while it cannot be read the last known values stay.
 */
public final class RuntimeConfiguration {

  private static final Logger LOG = Logger.getLogger(RuntimeConfiguration.class.getName());
  private static final int MAX_AGE_SECONDS = 8;
  private static final Duration MAX_AGE = Duration.ofSeconds(MAX_AGE_SECONDS);
  private static final Duration RETRY = Duration.ofSeconds(1);

  private final SettingStore store;
  private final SettingsReader server;
  private final Clock clock;
  private final ReentrantLock reading = new ReentrantLock();
  private volatile Values values;
  private volatile boolean unreadable;

  /**
   * What is known, and until when it is believed.
   *
   * @param fixed keys that the server's configuration fixes
   */
  private record Values(
      Map<RuntimeKey, String> stored, Map<RuntimeKey, String> fixed, Instant until) {

    String of(RuntimeKey key) {
      String value = fixed.get(key);
      return value != null ? value : stored.getOrDefault(key, key.defaultValue());
    }
  }

  /**
   * A configuration over a table and a server's configuration.
   *
   * @throws InvalidSettingException when the server's configuration gives a key a bad value
   */
  public RuntimeConfiguration(SettingStore store, SettingsReader server, Clock clock) {
    this.store = store;
    this.server = server;
    this.clock = clock;
    this.values = new Values(Map.of(), fixed(), Instant.MIN);
  }

  /** The value in force; empty for none. */
  public String text(RuntimeKey key) {
    return current().of(key);
  }

  /** The value of a key that takes whole numbers. */
  public int integer(RuntimeKey key) {
    return Integer.parseInt(text(key));
  }

  /** The value of a key that takes {@code true} and {@code false}. */
  public boolean flag(RuntimeKey key) {
    return Boolean.parseBoolean(text(key));
  }

  /** Stands for all values in force; another object once any of them may have changed. */
  Object snapshot() {
    return current();
  }

  /** All keys in alphabetical order. */
  List<RuntimeSettings.Entry> entries() {
    Values now = current();
    return Stream.of(RuntimeKey.values())
        .sorted(Comparator.comparing(RuntimeKey::key))
        .map(
            key ->
                new RuntimeSettings.Entry(
                    key.key(),
                    orNull(now.of(key)),
                    orNull(key.defaultValue()),
                    now.fixed().containsKey(key)))
        .toList();
  }

  /** Changes keys as {@link RuntimeSettings#change} says; this node sees it at once. */
  void change(Map<String, Optional<String>> changes, String user) {
    Values now = read();
    changes.forEach((name, value) -> check(name, value, now));
    Map<String, Optional<String>> rows = new LinkedHashMap<>();
    changes.forEach((name, value) -> rows.put(name, value.filter(text -> !text.isEmpty())));
    store.change(rows, user, clock.instant());
    values = read();
    LOG.log(Level.INFO, "Configuration changed by {0}: {1}", new Object[] {user, rows.keySet()});
  }

  private static void check(String name, Optional<String> value, Values now) {
    RuntimeKey key = RuntimeKey.of(name).orElseThrow(() -> RefusedException.badValue(name));
    boolean isBad =
        value.filter(text -> !text.isEmpty() && !key.range().test().test(text)).isPresent();
    if (isBad) {
      throw RefusedException.badValue(name);
    }
    if (now.fixed().containsKey(key)) {
      throw RefusedException.conflict(name + " is set by the server");
    }
  }

  private Values current() {
    Values known = values;
    return clock.instant().isBefore(known.until()) ? known : refreshed();
  }

  /** One caller reads the table; the others go on with what is known, if anything is. */
  private Values refreshed() {
    if (isRead()) {
      if (!reading.tryLock()) {
        return values;
      }
    } else {
      reading.lock();
    }
    try {
      if (!clock.instant().isBefore(values.until())) {
        values = readOrKeep();
      }
      return values;
    } finally {
      reading.unlock();
    }
  }

  private boolean isRead() {
    return values.until().isAfter(Instant.MIN);
  }

  /** An unreadable table is told once, until it can be read again. */
  private Values readOrKeep() {
    try {
      Values read = read();
      unreadable = false;
      return read;
    } catch (RuntimeException e) {
      LOG.log(
          unreadable ? Level.FINE : Level.WARNING,
          "The configuration table cannot be read: {0}",
          e.getMessage());
      unreadable = true;
      return new Values(values.stored(), values.fixed(), clock.instant().plus(RETRY));
    }
  }

  private Values read() {
    Map<RuntimeKey, String> stored = new EnumMap<>(RuntimeKey.class);
    store
        .findAll()
        .forEach(
            (name, value) ->
                RuntimeKey.of(name)
                    .filter(key -> key.range().test().test(value))
                    .ifPresent(key -> stored.put(key, value)));
    return new Values(stored, fixed(), clock.instant().plus(MAX_AGE));
  }

  private Map<RuntimeKey, String> fixed() {
    Map<RuntimeKey, String> fixed = new EnumMap<>(RuntimeKey.class);
    for (RuntimeKey key : RuntimeKey.values()) {
      server
          .text(key.serverKey())
          .ifPresent(
              value -> {
                if (!key.range().test().test(value)) {
                  throw new InvalidSettingException(
                      key.serverKey(), key.range().description(), value);
                }
                fixed.put(key, value);
              });
    }
    return fixed;
  }

  private static String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
