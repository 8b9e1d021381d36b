package flows4ee.oauth;

import flows4ee.oauth.TokenStore.Use;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Notes when tokens and secrets are used, at most once a minute each, and writes it outside of
 * requests.
 */
public final class UsageLog {

  private static final Duration SPACING = Duration.ofMinutes(1);
  private static final int NOTED_MAX = 20_000;

  private final TokenStore store;
  private final Clock clock;
  private final Map<String, Instant> noted = new ConcurrentHashMap<>();
  private final Map<String, Use> pending = new ConcurrentHashMap<>();

  public UsageLog(TokenStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * Notes a use.
   *
   * @param what identifies the token or secret
   */
  void note(String what, Use use) {
    Instant last = noted.get(what);
    boolean due = last == null || !use.at().isBefore(last.plus(SPACING));
    if (due && noted.size() < NOTED_MAX) {
      noted.put(what, use.at());
      pending.put(what, use);
    }
  }

  /** Writes what was noted since the last time; rows in one order on all nodes. */
  public void flush() {
    List<Use> uses = new ArrayList<>();
    for (String what : List.copyOf(pending.keySet())) {
      uses.add(pending.remove(what));
    }
    if (!uses.isEmpty()) {
      uses.sort(Comparator.comparing(Use::clientKey).thenComparing(Use::at));
      store.markUsed(uses);
    }
    Instant old = clock.instant().minus(SPACING);
    noted.values().removeIf(at -> at.isBefore(old));
  }
}
