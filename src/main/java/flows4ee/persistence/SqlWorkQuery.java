package flows4ee.persistence;

import flows4ee.engine.Page;
import flows4ee.engine.PageRequest;
import flows4ee.engine.StepSearch;
import flows4ee.engine.WorkItemView;
import flows4ee.engine.state.Assignment;
import flows4ee.engine.state.LanePosition;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Reads the work list. Its default order is that of an index that begins with the status: the first
 * rows of each wanted status are taken from that index, and only those are sorted and joined with
 * what else is shown.
 */
final class SqlWorkQuery {

  private static final String SELECT =
      SqlStepQuery.SELECT
          + """
          , prcs_name as process_name, dgrm_name as diagram_name,
                 business.prov_var_vc2 as business_ref, sbfl_current_name as object_name,
                 sbfl_current_tag as object_type, sbfl_lane as lane, sbfl_lane_name as lane_name,
                 sbfl_lane_isrole as lane_isrole, sbfl_lane_role as lane_role,
                 sbfl_priority as priority, sbfl_due_on as due_on,
                 sbfl_work_started as work_started, sbfl_potential_users, sbfl_potential_groups,
                 sbfl_excluded_users, sbfl_business_admin, sbfl_loop_counter""";

  private static final String JOINS =
      " subflow\n  join flow_processes on prcs_id = sbfl_prcs_id"
          + "\n  join flow_diagrams on dgrm_id = sbfl_dgrm_id"
          + SqlBusinessRef.join("sbfl_prcs_id");

  private static final SqlColumn PRIORITY =
      SqlColumn.number("priority", "sbfl_priority").nullable();

  private static final SqlColumn DUE = SqlColumn.time("due_on", "sbfl_due_on").nullable();

  private static final SqlList<WorkItemView> WORK =
      new SqlList<>(
          SELECT,
          "flow_subflows" + JOINS,
          columns(),
          List.of(PRIORITY, DUE),
          List.of(SqlStepQuery.ID),
          SqlWorkQuery::view);

  private static List<SqlColumn> columns() {
    List<SqlColumn> columns = new ArrayList<>(SqlStepQuery.COLUMNS);
    columns.add(PRIORITY);
    columns.add(DUE);
    columns.add(SqlColumn.text("process_name", "prcs_name"));
    columns.add(SqlColumn.text("diagram_name", "dgrm_name"));
    columns.add(SqlColumn.text("business_ref", "business.prov_var_vc2").nullable());
    columns.add(SqlColumn.text("object_name", "sbfl_current_name").nullable());
    columns.add(SqlColumn.text("type", "sbfl_current_tag").labelled("object_type").nullable());
    columns.add(SqlColumn.text("lane", "sbfl_lane").nullable());
    columns.add(SqlColumn.text("lane_name", "sbfl_lane_name").nullable());
    columns.add(SqlColumn.text("lane_role", "sbfl_lane_role").nullable());
    columns.add(SqlColumn.time("work_started", "sbfl_work_started").nullable());
    return List.copyOf(columns);
  }

  private SqlWorkQuery() {}

  static Page<WorkItemView> find(Connection connection, StepSearch search, PageRequest page)
      throws SQLException {
    SqlFilter filter = SqlWorkFilter.of(search);
    List<String> statuses = SqlWorkFilter.statuses(search);
    return page.order().isPresent() || statuses.isEmpty()
        ? WORK.page(connection, filter.anyOf("sbfl_status", statuses), page)
        : byStatus(connection, filter, statuses, page);
  }

  private static Page<WorkItemView> byStatus(
      Connection connection, SqlFilter filter, List<String> statuses, PageRequest page)
      throws SQLException {
    SqlSort sort = WORK.sort(page);
    SqlFilter rest = filter.copy();
    page.after().ifPresent(cursor -> rest.and(sort.after(cursor)));
    List<String> parts = new ArrayList<>();
    List<Object> parameters = new ArrayList<>();
    for (String status : statuses) {
      SqlFilter part = new SqlFilter().and("sbfl_status = ?", status).and(rest);
      parts.add(part(part, sort, page.offset() + page.limit() + 1));
      parameters.addAll(part.parameters());
    }
    String sql =
        SELECT
            + "\n  from ("
            + String.join("\nunion all\n", parts)
            + ")"
            + JOINS
            + sort.orderBy()
            + SqlList.part(page, parameters);
    SqlFilter all = filter.copy().anyOf("sbfl_status", statuses);
    OptionalLong total = WORK.total(connection, all, page);
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      SqlRows.bind(statement, parameters);
      try (ResultSet rows = statement.executeQuery()) {
        return WORK.page(rows, sort, page.limit(), total);
      }
    }
  }

  /** The first rows of one status; naming the status in the order shows the index to use. */
  private static String part(SqlFilter filter, SqlSort sort, long most) {
    SqlColumn status = SqlColumn.text("status", "sbfl_status");
    List<SqlColumn> terms = new ArrayList<>(List.of(status));
    terms.addAll(sort.terms());
    return "select * from (select * from flow_subflows"
        + filter.where()
        + new SqlSort(terms, sort.isDescending()).orderBy()
        + "\n fetch first "
        + most
        + " rows only) part";
  }

  private static WorkItemView view(ResultSet row) throws SQLException {
    return new WorkItemView(
        SqlStepQuery.view(row),
        row.getString("process_name"),
        row.getString("diagram_name"),
        row.getString("business_ref"),
        row.getString("object_name"),
        row.getString("object_type"),
        new LanePosition(
            row.getString("lane"),
            row.getString("lane_name"),
            SqlRows.booleanOrNull(row, "lane_isrole"),
            row.getString("lane_role")),
        SqlRows.intOrNull(row, "priority"),
        SqlRows.instant(row, "due_on"),
        SqlRows.instant(row, "work_started"),
        new Assignment(
            row.getString("sbfl_potential_users"),
            row.getString("sbfl_potential_groups"),
            row.getString("sbfl_excluded_users"),
            row.getString("sbfl_business_admin")),
        SqlRows.intOrNull(row, "sbfl_loop_counter"));
  }
}
