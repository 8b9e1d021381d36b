package flows4ee.rest;

import flows4ee.engine.TimerSearch;
import flows4ee.rest.guard.Query;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads the filters of the search for timers out of the query. */
final class TimerSearches {

  /** All parameters of the search. */
  static final Set<String> PARAMETERS =
      Queries.known(
          "prcs_id", "dgrm_id", "diagram", "bpmn_id", "status", "due_before", "due_from", "due_to");

  /** Columns to order by; without one it is the id of the timer. */
  static final Set<String> COLUMNS =
      Set.of(
          "prcs_id",
          "sbfl_id",
          "bpmn_id",
          "type",
          "start_on",
          "run",
          "status",
          "process_name",
          "diagram_name");

  private static final Set<String> STATUSES = Set.of("C", "A", "E", "X", "T", "B", "S");

  private TimerSearches() {}

  /** The search of a call. */
  static TimerSearch read(Query query) {
    return new TimerSearch(
        query.ids("prcs_id"),
        query.ids("dgrm_id"),
        query.all("diagram"),
        query.all("bpmn_id"),
        query.all("status", TimerSearches::status),
        Queries.due(query));
  }

  private static Optional<String> status(String text) {
    return Optional.of(text.toUpperCase(Locale.ROOT)).filter(STATUSES::contains);
  }
}
