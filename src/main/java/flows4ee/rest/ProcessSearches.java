package flows4ee.rest;

import flows4ee.engine.PageRequest.Cursor;
import flows4ee.engine.ProcessSearch;
import flows4ee.engine.ProcessSearch.VariableMatch;
import flows4ee.engine.ProcessView;
import flows4ee.rest.guard.Query;
import flows4ee.rest.guard.RefusedException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads the filters of the instance search out of the query. */
final class ProcessSearches {

  /** All parameters of the search. */
  static final Set<String> PARAMETERS =
      Queries.known(
          "status",
          "prcs_id",
          "dgrm_id",
          "diagram",
          "diagram_version",
          "name",
          "business_ref",
          "init_by",
          "priority",
          "created_from",
          "created_to",
          "started_from",
          "started_to",
          "completed_from",
          "completed_to",
          "due_from",
          "due_to",
          "var",
          "fields");

  /** Columns to order by. */
  static final Set<String> COLUMNS =
      Set.of(
          "prcs_id",
          "dgrm_id",
          "name",
          "status",
          "init_ts",
          "init_by",
          "diagram_name",
          "diagram_version",
          "business_ref",
          "priority",
          "start_ts",
          "complete_ts",
          "due_on",
          "last_update");

  private static final Set<String> STATUSES =
      Set.of("created", "running", "suspended", "completed", "terminated", "error");

  private ProcessSearches() {}

  /** The search of a call. */
  static ProcessSearch read(Query query) {
    return new ProcessSearch(
        statuses(query),
        query.ids("prcs_id"),
        query.ids("dgrm_id"),
        query.all("diagram"),
        query.all("diagram_version"),
        query.all("name"),
        query.all("business_ref"),
        query.all("init_by"),
        query.integers("priority"),
        query.range("created_"),
        query.range("started_"),
        query.range("completed_"),
        query.range("due_"),
        query.all("var", ProcessSearches::variable),
        isWithVariables(query));
  }

  /** Reads the place of a row in the order of a column, by default of the id. */
  static Function<ProcessView, Cursor> cursor(Optional<String> column) {
    return process -> new Cursor(value(column.orElse("prcs_id"), process), process.id());
  }

  private static List<String> statuses(Query query) {
    List<String> statuses = query.all("status", ProcessSearches::status);
    return statuses.contains("all") ? List.of() : statuses;
  }

  private static Optional<String> status(String text) {
    String status = text.toLowerCase(Locale.ROOT);
    return STATUSES.contains(status) || "all".equals(status)
        ? Optional.of(status)
        : Optional.empty();
  }

  private static Optional<VariableMatch> variable(String text) {
    int colon = text.indexOf(':');
    return colon < 1
        ? Optional.empty()
        : Optional.of(new VariableMatch(text.substring(0, colon), text.substring(colon + 1)));
  }

  private static boolean isWithVariables(Query query) {
    for (String field : query.all("fields")) {
      if (!field.equals("process_vars")) {
        throw RefusedException.badValue("fields");
      }
    }
    return !query.all("fields").isEmpty();
  }

  private static String value(String column, ProcessView process) {
    return switch (column) {
      case "dgrm_id" -> Long.toString(process.diagramId());
      case "name" -> process.name();
      case "status" -> process.status();
      case "init_by" -> process.initBy();
      case "diagram_name" -> process.diagramName();
      case "diagram_version" -> process.diagramVersion();
      case "business_ref" -> process.businessRef();
      case "priority" -> process.priority() == null ? null : process.priority().toString();
      case "init_ts" -> text(process.initTs());
      case "start_ts" -> text(process.startTs());
      case "complete_ts" -> text(process.completeTs());
      case "due_on" -> text(process.dueOn());
      case "last_update" -> text(process.lastUpdate());
      default -> Long.toString(process.id());
    };
  }

  private static String text(Instant instant) {
    return instant == null ? null : instant.toString();
  }
}
