package flows4ee.engine;

import java.util.List;

/** Filters of the open subscriptions; an empty component does not filter, several values are or. */
public record SubscriptionSearch(
    List<Long> processIds, List<String> names, List<String> keys, List<String> values) {

  /** The subscriptions of one instance. */
  public static SubscriptionSearch of(long processId) {
    return new SubscriptionSearch(List.of(processId), List.of(), List.of(), List.of());
  }
}
