package flows4ee.rest;

import flows4ee.engine.TimeRange;
import flows4ee.rest.guard.PageQuery;
import flows4ee.rest.guard.Query;
import flows4ee.rest.guard.RefusedException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Names of query parameters, and those that several lists share. */
final class Queries {

  /** What a collection takes that is no list: which of its rows. */
  static final Set<String> PAGE = Set.of("limit", "offset");

  private Queries() {}

  /** These filters and the parameters of paging. */
  static Set<String> known(String... filters) {
    Set<String> names = new HashSet<>(PageQuery.PARAMETERS);
    names.addAll(Arrays.asList(filters));
    return Set.copyOf(names);
  }

  /** {@code due_from} (inclusive) and {@code due_to} or, the same, {@code due_before}. */
  static TimeRange due(Query query) {
    TimeRange range = query.range("due_");
    Optional<Instant> before = query.time("due_before");
    if (before.isEmpty()) {
      return range;
    }
    if (range.to().isPresent()) {
      throw RefusedException.badValue("due_before");
    }
    return new TimeRange(range.from(), before);
  }
}
