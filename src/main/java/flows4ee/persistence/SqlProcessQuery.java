package flows4ee.persistence;

import flows4ee.engine.Page;
import flows4ee.engine.PageRequest;
import flows4ee.engine.ProcessSearch;
import flows4ee.engine.ProcessView;
import flows4ee.engine.VariableView;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads process instances. */
final class SqlProcessQuery {

  /** Longest number a variable can hold, in digits on either side of the point. */
  private static final int MAX_DIGITS = 130;

  private static final SqlList<ProcessView> PROCESSES =
      SqlList.byId(
          """
          select dgrm_id, prcs_id, prcs_name as name, prcs_status as status,
                 prcs_init_ts as init_ts, prcs_init_by as init_by, dgrm_name as diagram_name,
                 dgrm_version as diagram_version, business.prov_var_vc2 as business_ref,
                 prcs_priority as priority, prcs_start_ts as start_ts,
                 prcs_complete_ts as complete_ts, prcs_due_on as due_on,
                 prcs_last_update as last_update""",
          "flow_processes\n  join flow_diagrams on dgrm_id = prcs_dgrm_id"
              + SqlBusinessRef.join("prcs_id"),
          SqlColumn.number("prcs_id", "prcs_id"),
          List.of(
              SqlColumn.number("dgrm_id", "prcs_dgrm_id"),
              SqlColumn.text("name", "prcs_name"),
              SqlColumn.text("status", "prcs_status"),
              SqlColumn.time("init_ts", "prcs_init_ts"),
              SqlColumn.text("init_by", "prcs_init_by").nullable(),
              SqlColumn.text("diagram_name", "dgrm_name"),
              SqlColumn.text("diagram_version", "dgrm_version"),
              SqlColumn.text("business_ref", "business.prov_var_vc2").nullable(),
              SqlColumn.number("priority", "prcs_priority").nullable(),
              SqlColumn.time("start_ts", "prcs_start_ts").nullable(),
              SqlColumn.time("complete_ts", "prcs_complete_ts").nullable(),
              SqlColumn.time("due_on", "prcs_due_on").nullable(),
              SqlColumn.time("last_update", "prcs_last_update").nullable()),
          SqlProcessQuery::view);

  private SqlProcessQuery() {}

  static Page<ProcessView> findOf(
      Connection connection, long diagramId, List<String> statuses, PageRequest page)
      throws SQLException {
    SqlFilter filter =
        new SqlFilter().and("prcs_dgrm_id = ?", diagramId).anyStatus("prcs_status", statuses);
    return withVariables(connection, PROCESSES.page(connection, filter, page));
  }

  static Page<ProcessView> find(Connection connection, ProcessSearch search, PageRequest page)
      throws SQLException {
    Page<ProcessView> found = PROCESSES.page(connection, filter(search), page);
    return search.isWithVariables() ? withVariables(connection, found) : found;
  }

  static Optional<ProcessView> find(Connection connection, long processId) throws SQLException {
    var found =
        PROCESSES
            .query(new SqlFilter().and("prcs_id = ?", processId))
            .findWith(
                SqlVariableQuery.ofInstances(List.of(processId)),
                connection,
                Dialect.of(connection));
    var variables = found.second().stream().map(SqlVariableQuery.Owned::variable).toList();
    return found.first().stream().findFirst().map(process -> process.withVariables(variables));
  }

  static boolean exists(Connection connection, long processId) throws SQLException {
    return SqlRows.first(
            connection,
            "select 1 from flow_processes where prcs_id = ?",
            List.of(processId),
            row -> row.getInt(1))
        .isPresent();
  }

  private static Page<ProcessView> withVariables(Connection connection, Page<ProcessView> page)
      throws SQLException {
    Map<Long, List<VariableView>> variables =
        SqlVariableQuery.findOf(connection, page.items().stream().map(ProcessView::id).toList());
    List<ProcessView> items =
        page.items().stream()
            .map(item -> item.withVariables(variables.getOrDefault(item.id(), List.of())))
            .toList();
    return new Page<>(items, page.hasMore(), page.total(), page.next());
  }

  private static SqlFilter filter(ProcessSearch search) {
    return new SqlFilter()
        .anyStatus("prcs_status", search.statuses())
        .anyOf("prcs_id", search.processIds())
        .anyOf("prcs_dgrm_id", search.diagramIds())
        .anyOfIgnoringCase("dgrm_name", search.diagramNames())
        .anyOf("dgrm_version", search.diagramVersions())
        .containsAnyOf("prcs_name", search.nameContains())
        .and(SqlBusinessRef.anyOf("prcs_id", search.businessRefs()))
        .anyOf("prcs_init_by", search.initBy())
        .anyOf("prcs_priority", search.priorities())
        .within("prcs_init_ts", search.created())
        .within("prcs_start_ts", search.started())
        .within("prcs_complete_ts", search.completed())
        .within("prcs_due_on", search.due())
        .and(variables(search.variables()));
  }

  /** Instances with any of the values, each in a variable of scope 0. */
  private static SqlFilter variables(List<ProcessSearch.VariableMatch> matches) {
    return matches.isEmpty()
        ? new SqlFilter()
        : new SqlFilter().either(matches.stream().map(SqlProcessQuery::variable).toList());
  }

  private static SqlFilter variable(ProcessSearch.VariableMatch match) {
    String start =
        "prcs_id in (select prov_prcs_id from flow_process_variables"
            + " where prov_scope = 0 and prov_name_uc = upper(?) and ";
    String text = "(prov_var_type = 'VARCHAR2' and prov_var_vc2 = ?)";
    Optional<BigDecimal> number = number(match.value());
    if (number.isEmpty()) {
      return new SqlFilter().and(start + text + ")", match.name(), match.value());
    }
    String either = "(" + text + " or (prov_var_type = 'NUMBER' and prov_var_num = ?))";
    return new SqlFilter().and(start + either + ")", match.name(), match.value(), number.get());
  }

  /** The number of a text; empty when it is none, or one no variable can hold. */
  private static Optional<BigDecimal> number(String text) {
    try {
      BigDecimal number = new BigDecimal(text);
      boolean isHoldable =
          Math.abs((long) number.scale()) <= MAX_DIGITS && number.precision() <= MAX_DIGITS;
      return isHoldable ? Optional.of(number) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static ProcessView view(ResultSet row) throws SQLException {
    return new ProcessView(
        row.getLong("dgrm_id"),
        row.getLong("prcs_id"),
        row.getString("name"),
        row.getString("status"),
        SqlRows.instant(row, "init_ts"),
        row.getString("init_by"),
        row.getString("diagram_name"),
        row.getString("diagram_version"),
        row.getString("business_ref"),
        SqlRows.intOrNull(row, "priority"),
        SqlRows.instant(row, "start_ts"),
        SqlRows.instant(row, "complete_ts"),
        SqlRows.instant(row, "due_on"),
        SqlRows.instant(row, "last_update"),
        List.of());
  }
}
