package flows4ee.oauth;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Slows down guessing. After five failures of one client id from one address within ten minutes
 * every further attempt there waits, twice as long each time; after sixty failures from one address
 * every attempt from it waits for the end of the ten minutes. A client is never locked for others.
 */
public final class FailureThrottle {

  private static final Duration WINDOW = Duration.ofMinutes(10);
  private static final int CLIENT_FAILURES = 5;
  private static final int ADDRESS_FAILURES = 60;
  private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(900);
  private static final int ENTRIES_MAX = 50_000;

  private record Attempts(String clientId, String address) {}

  private static final class Failures {
    private Instant windowEnd;
    private int count;
    private Duration wait = FIRST_WAIT;
    private Instant blockedUntil = Instant.EPOCH;
  }

  private final Clock clock;
  private final Map<Attempts, Failures> byClient = bounded();
  private final Map<String, Failures> byAddress = bounded();

  public FailureThrottle(Clock clock) {
    this.clock = clock;
  }

  private static <K> Map<K, Failures> bounded() {
    return new LinkedHashMap<>(16, 0.75f, true) {
      private static final long serialVersionUID = 1L;

      @Override
      protected boolean removeEldestEntry(Map.Entry<K, Failures> eldest) {
        return size() > ENTRIES_MAX;
      }
    };
  }

  /** How long an attempt has to wait; empty when it may be checked now. */
  public synchronized Optional<Duration> refusal(String clientId, String address) {
    Instant now = clock.instant();
    Optional<Duration> wait = addressRefusal(address, now);
    Failures failures = byClient.get(new Attempts(clientId, address));
    if (wait.isPresent() || failures == null || !now.isBefore(failures.blockedUntil)) {
      return wait;
    }
    wait = Optional.of(failures.wait);
    block(failures, now);
    return wait;
  }

  /** How long any attempt from this address has to wait. */
  public synchronized Optional<Duration> addressRefusal(String address) {
    return addressRefusal(address, clock.instant());
  }

  private Optional<Duration> addressRefusal(String address, Instant now) {
    Failures failures = byAddress.get(address);
    return failures != null
            && failures.count >= ADDRESS_FAILURES
            && now.isBefore(failures.windowEnd)
        ? Optional.of(Duration.between(now, failures.windowEnd))
        : Optional.empty();
  }

  /** Notes a failed attempt. */
  public synchronized void failed(String clientId, String address) {
    Instant now = clock.instant();
    count(byAddress, address, now);
    Failures failures = count(byClient, new Attempts(clientId, address), now);
    if (failures.count == CLIENT_FAILURES) {
      failures.blockedUntil = now.plus(failures.wait);
    } else if (failures.count > CLIENT_FAILURES) {
      block(failures, now);
    }
  }

  /** Forgets the failures of this client at this address. */
  public synchronized void succeeded(String clientId, String address) {
    byClient.remove(new Attempts(clientId, address));
  }

  private static <K> Failures count(Map<K, Failures> all, K key, Instant now) {
    Failures failures = all.computeIfAbsent(key, k -> new Failures());
    boolean over = failures.windowEnd == null || !now.isBefore(failures.windowEnd);
    if (over && !now.isBefore(failures.blockedUntil.plus(WINDOW))) {
      failures.count = 0;
      failures.wait = FIRST_WAIT;
    }
    if (over) {
      failures.windowEnd = now.plus(WINDOW);
    }
    failures.count++;
    return failures;
  }

  /** The wait counts from the last attempt, so that hammering does not shorten it. */
  private static void block(Failures failures, Instant now) {
    failures.blockedUntil = now.plus(failures.wait);
    Duration doubled = failures.wait.multipliedBy(2);
    failures.wait = doubled.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : doubled;
  }
}
