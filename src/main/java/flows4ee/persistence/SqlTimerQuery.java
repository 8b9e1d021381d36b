package flows4ee.persistence;

import flows4ee.engine.FoundTimerView;
import flows4ee.engine.Page;
import flows4ee.engine.PageRequest;
import flows4ee.engine.TimerSearch;
import flows4ee.engine.TimerView;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/** Reads timers, of one instance and across instances. */
final class SqlTimerQuery {

  private static final String SELECT =
      """
      select timr_id, timr_run as run, timr_sbfl_id as sbfl_id, timr_event_id as bpmn_id,
             timr_type as timer_type, timr_start_on as start_on, timr_status as status""";

  private static final List<SqlColumn> COLUMNS =
      List.of(
          SqlColumn.number("sbfl_id", "timr_sbfl_id"),
          SqlColumn.text("bpmn_id", "timr_event_id").nullable(),
          SqlColumn.text("type", "timr_type").labelled("timer_type"),
          SqlColumn.time("start_on", "timr_start_on").nullable(),
          SqlColumn.text("status", "timr_status"));

  private static final List<SqlColumn> TIES =
      List.of(SqlColumn.number("timr_id", "timr_id"), SqlColumn.number("run", "timr_run"));

  private static final SqlList<TimerView> OF_INSTANCE =
      new SqlList<>(SELECT, "flow_timers", COLUMNS, List.of(), TIES, SqlTimerQuery::timer);

  private static final SqlList<FoundTimerView> FOUND =
      new SqlList<>(
          SELECT
              + """
              , timr_prcs_id as prcs_id, prcs_name as process_name, dgrm_name as diagram_name,
                     sbfl_step_key, sbfl_current, sbfl_current_name""",
          """
          flow_timers
            join flow_subflows on sbfl_id = timr_sbfl_id
            join flow_processes on prcs_id = timr_prcs_id
            join flow_diagrams on dgrm_id = sbfl_dgrm_id""",
          Stream.concat(
                  COLUMNS.stream(),
                  Stream.of(
                      SqlColumn.number("prcs_id", "timr_prcs_id"),
                      SqlColumn.text("process_name", "prcs_name"),
                      SqlColumn.text("diagram_name", "dgrm_name")))
              .toList(),
          List.of(),
          TIES,
          SqlTimerQuery::foundTimer);

  private SqlTimerQuery() {}

  static Page<TimerView> findOf(Connection connection, long processId, PageRequest page)
      throws SQLException {
    return OF_INSTANCE.page(connection, new SqlFilter().and("timr_prcs_id = ?", processId), page);
  }

  static Page<FoundTimerView> find(Connection connection, TimerSearch search, PageRequest page)
      throws SQLException {
    SqlFilter filter =
        new SqlFilter()
            .anyOf("timr_prcs_id", search.processIds())
            .anyOf("sbfl_dgrm_id", search.diagramIds())
            .anyOfIgnoringCase("dgrm_name", search.diagramNames())
            .anyOf("timr_event_id", search.bpmnIds())
            .anyOf("timr_status", search.statuses())
            .within("timr_start_on", search.due());
    return FOUND.page(connection, filter, page);
  }

  private static TimerView timer(ResultSet row) throws SQLException {
    return new TimerView(
        row.getLong("sbfl_id"),
        row.getString("bpmn_id"),
        row.getString("timer_type"),
        SqlRows.instant(row, "start_on"),
        row.getInt("run"),
        row.getString("status"));
  }

  private static FoundTimerView foundTimer(ResultSet row) throws SQLException {
    return new FoundTimerView(
        timer(row),
        row.getLong("prcs_id"),
        row.getString("process_name"),
        row.getString("diagram_name"),
        row.getString("sbfl_step_key"),
        row.getString("sbfl_current"),
        row.getString("sbfl_current_name"));
  }
}
