package flows4ee.oauth;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** Counts what token endpoint and request check did since the start, for the metrics. */
public final class OAuthCounters {

  /** What is counted; {@code GRANT_*} at the token endpoint, {@code CHECK_*} per request. */
  public enum Outcome {
    GRANT_OK,
    GRANT_BAD_CLIENT,
    GRANT_THROTTLED,
    GRANT_ERROR,
    CHECK_OK,
    CHECK_MISSING,
    CHECK_INVALID,
    CHECK_ERROR
  }

  private final Map<Outcome, LongAdder> counts = new EnumMap<>(Outcome.class);

  public OAuthCounters() {
    for (Outcome outcome : Outcome.values()) {
      counts.put(outcome, new LongAdder());
    }
  }

  public void count(Outcome outcome) {
    counts.get(outcome).increment();
  }

  /** How often one of these happened. */
  public long total(Outcome... outcomes) {
    long sum = 0;
    for (Outcome outcome : outcomes) {
      sum += counts.get(outcome).sum();
    }
    return sum;
  }
}
