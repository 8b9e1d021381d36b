package flows4ee.oauth.key;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The signing keys as this node knows them. Reads the table at start, when told to, and on an
 * unknown key id, then at most once in ten seconds.
 */
public final class KeyRing {

  private static final Duration MISS_RELOAD_SPACING = Duration.ofSeconds(10);

  private record Snapshot(Map<String, SigningKey> keys, Optional<SigningKey> active) {}

  private final SigningKeyRepository repository;
  private final KeyCodec codec;
  private final Clock clock;
  private volatile Snapshot snapshot = new Snapshot(Map.of(), Optional.empty());
  private Instant lastMissReload = Instant.EPOCH;

  public KeyRing(SigningKeyRepository repository, KeyCodec codec, Clock clock) {
    this.repository = repository;
    this.codec = codec;
    this.clock = clock;
  }

  /**
   * Reads all keys anew.
   *
   * @throws IllegalStateException when a key cannot be opened with the master key
   */
  public synchronized void reload() {
    Map<String, SigningKey> keys = new LinkedHashMap<>();
    for (SigningKeyRecord row : repository.findAll()) {
      keys.put(row.kid(), codec.read(row));
    }
    if (!keys.equals(snapshot.keys())) {
      Optional<SigningKey> active =
          keys.values().stream().filter(key -> key.state() == KeyState.ACTIVE).findFirst();
      snapshot = new Snapshot(keys, active);
    }
  }

  /**
   * The key that signs.
   *
   * @throws KeysUnavailableException when there is none
   */
  public SigningKey active() {
    return snapshot.active().orElseThrow(KeysUnavailableException::new);
  }

  /** The key with this id, if it is published now; may read the table once on a miss. */
  public Optional<SigningKey> find(String kid) {
    SigningKey key = snapshot.keys().get(kid);
    if (key == null && mayReloadForMiss()) {
      reload();
      key = snapshot.keys().get(kid);
    }
    return Optional.ofNullable(key).filter(found -> !found.isRemoved(clock.instant()));
  }

  /** Whether {@code kid} is still published, without reading the table. */
  public boolean holds(String kid) {
    SigningKey key = snapshot.keys().get(kid);
    return key != null && !key.isRemoved(clock.instant());
  }

  /** All keys for the JWKS document, oldest first. */
  public Collection<SigningKey> published() {
    Instant now = clock.instant();
    return snapshot.keys().values().stream().filter(key -> !key.isRemoved(now)).toList();
  }

  private synchronized boolean mayReloadForMiss() {
    Instant now = clock.instant();
    if (now.isBefore(lastMissReload.plus(MISS_RELOAD_SPACING))) {
      return false;
    }
    lastMissReload = now;
    return true;
  }
}
