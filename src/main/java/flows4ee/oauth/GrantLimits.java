package flows4ee.oauth;

import flows4ee.oauth.ClientRepository.Revocation;
import flows4ee.oauth.TokenStore.ClientCredentials;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Bounds what one client may obtain: grants per minute and open tokens. Open tokens are counted in
 * the table only when this node issued as many as were free at the last count.
 */
public final class GrantLimits {

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final int PORTION = 100;

  private static final class Issued {
    private Instant minuteEnd = Instant.EPOCH;
    private int inMinute;
    private int free;
  }

  private final TokenStore store;
  private final TokenStates states;
  private final OAuthSettings settings;
  private final Clock clock;
  private final Map<Long, Issued> byClient = new ConcurrentHashMap<>();

  public GrantLimits(TokenStore store, TokenStates states, OAuthSettings settings, Clock clock) {
    this.store = store;
    this.states = states;
    this.settings = settings;
    this.clock = clock;
  }

  /** How long the client has to wait for its next token; counts this grant when it has not. */
  public Optional<Duration> refusal(ClientCredentials client) {
    int max = settings.tokens().maxGrantsPerMinute();
    Instant now = clock.instant();
    Issued issued = byClient.computeIfAbsent(client.key(), key -> new Issued());
    synchronized (issued) {
      if (!now.isBefore(issued.minuteEnd)) {
        issued.minuteEnd = now.plus(MINUTE);
        issued.inMinute = 0;
      }
      issued.inMinute++;
      return max > 0 && issued.inMinute > max
          ? Optional.of(Duration.between(now, issued.minuteEnd))
          : Optional.empty();
    }
  }

  /** Makes room for one more open token of the client. */
  public void makeRoom(ClientCredentials client) {
    int max = settings.tokens().maxTokensPerClient();
    Issued issued = byClient.computeIfAbsent(client.key(), key -> new Issued());
    synchronized (issued) {
      if (issued.free <= 0) {
        issued.free = max - store.countOpen(client.key(), clock.instant());
      }
      if (issued.free <= 0) {
        issued.free += revokeOldest(client, max, issued.free);
      }
      issued.free--;
    }
  }

  private int revokeOldest(ClientCredentials client, int max, int free) {
    int count = Math.max(1, max / PORTION) - free;
    store.revokeOldest(
        client.key(), count, new Revocation(clock.instant(), "server", "Too many open tokens"));
    states.forget();
    return count;
  }
}
