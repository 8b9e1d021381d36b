package flows4ee.oauth.key;

import flows4ee.oauth.key.SigningKeyRepository.KeyChange;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Makes, activates, retires and removes signing keys. A new key is published for twice the time a
 * key set may be cached before it signs; a retired one verifies until the longest token signed with
 * it has expired. One node at a time changes keys.
 */
public final class KeyRotation {

  /** How long clients may cache the published key set (its {@code max-age}). */
  public static final Duration PUBLISHED_MAX_AGE = Duration.ofMinutes(5);

  private static final Duration LEAD = PUBLISHED_MAX_AGE.multipliedBy(2);

  /** Longest token life (one day) and five minutes. */
  private static final Duration OVERLAP = Duration.ofDays(1).plusMinutes(5);

  private final SigningKeyRepository repository;
  private final KeyCodec codec;
  private final KeyRing ring;
  private final Clock clock;

  public KeyRotation(SigningKeyRepository repository, KeyCodec codec, KeyRing ring, Clock clock) {
    this.repository = repository;
    this.codec = codec;
    this.ring = ring;
    this.clock = clock;
  }

  /**
   * Does what is due: the first key, the next one, its activation, removals. Cheap when nothing is.
   *
   * @param algorithm algorithm of keys made from now on; another one than the active key's starts a
   *     rotation
   * @param rotateAfter age at which an active key is replaced
   * @return whether keys changed
   */
  public boolean run(SigningAlgorithm algorithm, Duration rotateAfter) {
    ring.reload();
    boolean due = !new Plan(repository.findAll(), algorithm, rotateAfter).isEmpty();
    if (due) {
      repository.changeLocked(
          change -> {
            new Plan(change.keys(), algorithm, rotateAfter).apply(change);
            return null;
          });
      ring.reload();
    }
    return due;
  }

  /**
   * Publishes a new key at once, which signs after the publication lead.
   *
   * @return its key id, or that of the one already waiting
   */
  public String rotateNow(SigningAlgorithm algorithm) {
    String kid =
        repository.changeLocked(
            change -> {
              Optional<SigningKeyRecord> waiting = oldest(change.keys(), KeyState.NEXT);
              return waiting.orElseGet(() -> addNext(change, algorithm)).kid();
            });
    ring.reload();
    return kid;
  }

  /**
   * Removes a key at once; its tokens become invalid. Another key takes over signing immediately.
   *
   * @return whether there was such a key
   */
  public boolean revoke(String kid, SigningAlgorithm algorithm) {
    boolean found =
        repository.changeLocked(
            change -> {
              Optional<SigningKeyRecord> key =
                  change.keys().stream().filter(row -> row.kid().equals(kid)).findFirst();
              key.ifPresent(row -> replace(row, algorithm, change));
              return key.isPresent();
            });
    ring.reload();
    return found;
  }

  private void replace(SigningKeyRecord row, SigningAlgorithm algorithm, KeyChange change) {
    change.remove(row);
    if (row.isOfState(KeyState.ACTIVE)) {
      oldest(change.keys(), KeyState.NEXT)
          .orElseGet(() -> addNext(change, algorithm))
          .activate(clock.instant());
    }
  }

  private SigningKeyRecord addNext(KeyChange change, SigningAlgorithm algorithm) {
    SigningKeyRecord key = codec.generate(algorithm, clock.instant());
    change.add(key);
    return key;
  }

  private static Optional<SigningKeyRecord> oldest(List<SigningKeyRecord> keys, KeyState state) {
    return keys.stream().filter(key -> key.isOfState(state)).findFirst();
  }

  /** What the present keys and the clock call for. */
  private final class Plan {

    private final List<SigningKeyRecord> keys;
    private final Optional<SigningKeyRecord> active;
    private final Optional<SigningKeyRecord> next;
    private final SigningAlgorithm algorithm;
    private final Duration rotateAfter;
    private final Instant now = clock.instant();

    Plan(List<SigningKeyRecord> keys, SigningAlgorithm algorithm, Duration rotateAfter) {
      this.keys = keys;
      this.active = oldest(keys, KeyState.ACTIVE);
      this.next = oldest(keys, KeyState.NEXT);
      this.algorithm = algorithm;
      this.rotateAfter = rotateAfter;
    }

    boolean isEmpty() {
      return active.isPresent() && !needsNext() && !canActivate() && outdated().isEmpty();
    }

    void apply(KeyChange change) {
      outdated().forEach(change::remove);
      if (active.isEmpty()) {
        next.orElseGet(() -> addNext(change, algorithm)).activate(now);
      } else if (canActivate()) {
        active.get().retire(now, OVERLAP);
        next.orElseThrow().activate(now);
      } else if (needsNext()) {
        addNext(change, algorithm);
      }
    }

    private boolean needsNext() {
      return next.isEmpty() && active.filter(this::isToBeReplaced).isPresent();
    }

    private boolean isToBeReplaced(SigningKeyRecord key) {
      Instant since = key.activatedAt().orElse(key.createdAt());
      return key.algorithm() != algorithm || !now.isBefore(since.plus(rotateAfter).minus(LEAD));
    }

    private boolean canActivate() {
      return next.filter(key -> !now.isBefore(key.createdAt().plus(LEAD))).isPresent();
    }

    private List<SigningKeyRecord> outdated() {
      return keys.stream()
          .filter(key -> key.removeAt().filter(at -> !now.isBefore(at)).isPresent())
          .toList();
    }
  }
}
