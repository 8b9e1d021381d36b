package flows4ee.rest;

import flows4ee.rest.guard.PageQuery;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** Names of query parameters. */
final class Queries {

  private Queries() {}

  /** These filters and the parameters of paging. */
  static Set<String> known(String... filters) {
    Set<String> names = new HashSet<>(PageQuery.PARAMETERS);
    names.addAll(Arrays.asList(filters));
    return Set.copyOf(names);
  }
}
