package flows4ee.rest;

import flows4ee.engine.PageRequest.Cursor;
import flows4ee.engine.StepSearch;
import flows4ee.engine.WorkItemView;
import flows4ee.engine.state.SubflowStatus;
import flows4ee.rest.guard.Query;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads the filters of the work list out of the query. */
final class StepSearches {

  /** All parameters of the work list. */
  static final Set<String> PARAMETERS =
      Queries.known(
          "prcs_id",
          "dgrm_id",
          "diagram",
          "business_ref",
          "current",
          "type",
          "lane",
          "lane_role",
          "status",
          "reservation",
          "reserved",
          "user",
          "group",
          "due_before",
          "due_from",
          "due_to",
          "priority",
          "became_current_from",
          "became_current_to");

  /** Columns to order by; without one it is priority, due date (nulls last), id. */
  static final Set<String> COLUMNS =
      Set.of(
          "sbfl_id",
          "prcs_id",
          "current",
          "status",
          "became_current",
          "reservation",
          "process_name",
          "diagram_name",
          "business_ref",
          "object_name",
          "type",
          "lane",
          "lane_name",
          "lane_role",
          "priority",
          "due_on",
          "work_started",
          "sbfl_sbfl_id",
          "process_level",
          "diagram_level",
          "calling_sbfl",
          "scope",
          "step_key");

  private static final Set<String> STATUSES =
      Arrays.stream(SubflowStatus.values())
          .map(SubflowStatus::literal)
          .collect(Collectors.toUnmodifiableSet());
  private static final List<String> OPEN = List.of("running", "waiting for approval");

  private StepSearches() {}

  /** The search of a call. */
  static StepSearch read(Query query) {
    return new StepSearch(
        query.ids("prcs_id"),
        query.ids("dgrm_id"),
        query.all("diagram"),
        query.all("business_ref"),
        query.all("current"),
        query.all("type"),
        query.all("lane"),
        query.all("lane_role"),
        statuses(query),
        query.all("reservation"),
        query.flag("reserved"),
        query.first("user"),
        query.all("group"),
        Queries.due(query),
        query.integers("priority"),
        query.range("became_current_"));
  }

  /** Reads the place of a row in the order of a column. */
  static Function<WorkItemView, Cursor> cursor(String column) {
    return work -> new Cursor(value(column, work), work.step().subflowId());
  }

  private static List<String> statuses(Query query) {
    List<String> given = query.all("status", StepSearches::status);
    if (given.contains("all")) {
      return List.of();
    }
    return given.isEmpty() ? OPEN : given;
  }

  private static Optional<String> status(String text) {
    return Optional.of(text.toLowerCase(Locale.ROOT))
        .filter(status -> status.equals("all") || STATUSES.contains(status));
  }

  private static String value(String column, WorkItemView work) {
    return switch (column) {
      case "prcs_id" -> Long.toString(work.step().processId());
      case "current" -> work.step().current();
      case "status" -> work.step().status();
      case "became_current" -> text(work.step().becameCurrent());
      case "reservation" -> work.step().reservation();
      case "process_name" -> work.processName();
      case "diagram_name" -> work.diagramName();
      case "business_ref" -> work.businessRef();
      case "priority" -> work.priority() == null ? null : work.priority().toString();
      case "due_on" -> text(work.dueOn());
      default -> Long.toString(work.step().subflowId());
    };
  }

  private static String text(Instant instant) {
    return instant == null ? null : instant.toString();
  }
}
