package flows4ee.rest.guard;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts the calls of each client on this node: a bucket of one minute's calls that fills evenly.
 */
final class CallRates {

  private static final int MILLIS_PER_MINUTE = 60_000;

  private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();
  private final Clock clock;

  /**
   * What a client may still call.
   *
   * @param calls left at the time, in parts of a call
   */
  private record Bucket(double calls, long atMillis) {}

  CallRates(Clock clock) {
    this.clock = clock;
  }

  /**
   * Counts a call.
   *
   * @return 0 when it is admitted, else the seconds until the next one is
   */
  long count(String client, int callsPerMinute) {
    Bucket after =
        buckets.compute(client, (name, before) -> take(before, callsPerMinute, clock.millis()));
    return after.calls() >= 0
        ? 0
        : (long) Math.ceil(-after.calls() * MILLIS_PER_MINUTE / callsPerMinute / 1000);
  }

  /** A refused call takes nothing: it leaves the bucket below zero by what is missing to one. */
  private static Bucket take(Bucket before, int callsPerMinute, long now) {
    if (before == null) {
      return new Bucket(callsPerMinute - 1, now);
    }
    double kept = before.calls() < 0 ? before.calls() + 1 : before.calls();
    double filled = kept + (double) (now - before.atMillis()) * callsPerMinute / MILLIS_PER_MINUTE;
    return new Bucket(Math.min(filled, callsPerMinute) - 1, now);
  }
}
