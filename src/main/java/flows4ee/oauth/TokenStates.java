package flows4ee.oauth;

import flows4ee.oauth.TokenStore.TokenStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Reads the state of tokens and their clients, one statement each. When the settings allow, or when
 * no other node can change anything, an answer is remembered until this node changes a client or a
 * token.
 */
public final class TokenStates {

  private static final int REMEMBERED_MAX = 20_000;

  /** On the sole node every change passes through here; this bounds the memory only. */
  private static final Duration SOLE_NODE_TIME = Duration.ofMinutes(10);

  private record Remembered(TokenStatus status, Instant until) {}

  private final TokenStore store;
  private final OAuthSettings settings;
  private final Clock clock;
  private final Map<String, Remembered> remembered = new ConcurrentHashMap<>();
  private final AtomicLong changes = new AtomicLong();

  public TokenStates(TokenStore store, OAuthSettings settings, Clock clock) {
    this.store = store;
    this.settings = settings;
    this.clock = clock;
  }

  Optional<TokenStatus> find(String jtiHash) {
    Duration time = rememberTime();
    if (time.isZero()) {
      return store.findStatus(jtiHash);
    }
    Instant now = clock.instant();
    Remembered known = remembered.get(jtiHash);
    if (known != null && now.isBefore(known.until())) {
      return Optional.of(known.status());
    }
    long before = changes.get();
    Optional<TokenStatus> status = store.findStatus(jtiHash);
    status.ifPresent(fresh -> remember(jtiHash, new Remembered(fresh, now.plus(time)), before));
    return status;
  }

  private Duration rememberTime() {
    TokenSettings now = settings.tokens();
    return now.deployment().soleNode() ? SOLE_NODE_TIME : now.statusCache();
  }

  /** An answer read before a change must not survive it. */
  private void remember(String jtiHash, Remembered fresh, long changesBefore) {
    if (remembered.size() >= REMEMBERED_MAX) {
      remembered.clear();
    }
    remembered.put(jtiHash, fresh);
    if (changes.get() != changesBefore) {
      remembered.remove(jtiHash);
    }
  }

  /** To be called after every committed change of a client, its roles or a token. */
  public void forget() {
    changes.incrementAndGet();
    remembered.clear();
  }
}
