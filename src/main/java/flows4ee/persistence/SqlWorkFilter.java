package flows4ee.persistence;

import flows4ee.engine.StepSearch;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Conditions of the work list, all on the subflows themselves so that they can be told before
 * anything is joined.
 */
final class SqlWorkFilter {

  private static final String USERS = "sbfl_potential_users";
  private static final String GROUPS = "sbfl_potential_groups";

  private SqlWorkFilter() {}

  /** The statuses asked for, each once; empty for all. */
  static List<String> statuses(StepSearch search) {
    return search.statuses().stream()
        .map(status -> status.toLowerCase(Locale.ROOT))
        .distinct()
        .toList();
  }

  /** Every condition but that on the status; the first is the one of the indexes for lists. */
  static SqlFilter of(StepSearch search) {
    return new SqlFilter()
        .and("sbfl_scope >= 0")
        .anyOf("sbfl_prcs_id", search.processIds())
        .anyOf("sbfl_dgrm_id", search.diagramIds())
        .and(diagrams(search.diagramNames()))
        .and(SqlBusinessRef.anyOf("sbfl_prcs_id", search.businessRefs()))
        .anyOf("sbfl_current", search.currents())
        .anyOf("sbfl_current_tag", search.types())
        .and(lanes(search.lanes()))
        .anyOf("sbfl_lane_role", search.laneRoles())
        .anyOf("sbfl_reservation", search.reservations())
        .and(reserved(search))
        .and(takers(search))
        .within("sbfl_due_on", search.due())
        .anyOf("sbfl_priority", search.priorities())
        .within("sbfl_became_current", search.becameCurrent());
  }

  private static SqlFilter diagrams(List<String> names) {
    SqlFilter named = new SqlFilter().anyOfIgnoringCase("dgrm_name", names);
    return names.isEmpty()
        ? named
        : new SqlFilter()
            .and(
                "sbfl_dgrm_id in (select dgrm_id from flow_diagrams" + named.where() + ")",
                named.parameters().toArray());
  }

  private static SqlFilter lanes(List<String> lanes) {
    return lanes.isEmpty()
        ? new SqlFilter()
        : new SqlFilter()
            .either(
                List.of(
                    new SqlFilter().anyOf("sbfl_lane", lanes),
                    new SqlFilter().anyOf("sbfl_lane_name", lanes)));
  }

  private static SqlFilter reserved(StepSearch search) {
    SqlFilter filter = new SqlFilter();
    search
        .isReserved()
        .ifPresent(is -> filter.and("sbfl_reservation is " + (is ? "not null" : "null")));
    return filter;
  }

  /**
   * With a user: what is open to that person. With groups: what is open to any of them. With both:
   * what is open to the person by name, by group or to everyone and not reserved by another, or
   * reserved by that person.
   */
  private static SqlFilter takers(StepSearch search) {
    String user = search.user().orElse(null);
    if (user == null) {
      return search.groups().isEmpty()
          ? new SqlFilter()
          : new SqlFilter().either(memberOfAny(GROUPS, search.groups()));
    }
    List<SqlFilter> open = new ArrayList<>();
    open.add(member(USERS, user));
    open.add(new SqlFilter().and(USERS + " is null").and(GROUPS + " is null"));
    if (search.groups().isEmpty()) {
      return notExcluded(user).either(open);
    }
    open.addAll(memberOfAny(GROUPS, search.groups()));
    SqlFilter own = new SqlFilter().and("upper(sbfl_reservation) = upper(?)", user);
    SqlFilter free = notExcluded(user).and("sbfl_reservation is null").either(open);
    return new SqlFilter().either(List.of(own, free));
  }

  private static SqlFilter notExcluded(String user) {
    return new SqlFilter()
        .and(
            "(sbfl_excluded_users is null or not " + listed("sbfl_excluded_users") + ")",
            pattern(user));
  }

  private static List<SqlFilter> memberOfAny(String list, List<String> names) {
    return names.stream().map(name -> member(list, name)).toList();
  }

  private static SqlFilter member(String list, String name) {
    return new SqlFilter().and(listed(list), pattern(name));
  }

  /** A whole name of a colon list, ignoring case. */
  private static String listed(String list) {
    return SqlFilter.contains("':' || " + list + " || ':'");
  }

  private static String pattern(String name) {
    return SqlFilter.containing(":" + name + ":");
  }
}
