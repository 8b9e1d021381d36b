package flows4ee.persistence;

import flows4ee.engine.Page;
import flows4ee.engine.PageRequest;
import flows4ee.engine.StepView;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Reads subflows with their current steps. */
final class SqlStepQuery {

  /** Columns of a step, to be followed by those of other lists. */
  static final String SELECT =
      """
      select prcs_id, sbfl_id, subflow.sbfl_sbfl_id, sbfl_process_level as process_level,
             sbfl_diagram_level as diagram_level, sbfl_calling_sbfl as calling_sbfl,
             sbfl_scope as scope, sbfl_current as current_object, sbfl_step_key as step_key,
             sbfl_status as status, sbfl_became_current as became_current,
             sbfl_reservation as reservation, sbfl_dgrm_id, prcs_status""";

  static final SqlColumn ID = SqlColumn.number("sbfl_id", "sbfl_id");

  /** What steps can be ordered by, all of their own table. */
  static final List<SqlColumn> COLUMNS =
      List.of(
          SqlColumn.number("prcs_id", "sbfl_prcs_id"),
          SqlColumn.number("sbfl_sbfl_id", "sbfl_sbfl_id").nullable(),
          SqlColumn.number("process_level", "sbfl_process_level"),
          SqlColumn.number("diagram_level", "sbfl_diagram_level"),
          SqlColumn.number("calling_sbfl", "sbfl_calling_sbfl"),
          SqlColumn.number("scope", "sbfl_scope"),
          SqlColumn.text("current", "sbfl_current").labelled("current_object").nullable(),
          SqlColumn.text("step_key", "sbfl_step_key").nullable(),
          SqlColumn.text("status", "sbfl_status"),
          SqlColumn.time("became_current", "sbfl_became_current").nullable(),
          SqlColumn.text("reservation", "sbfl_reservation").nullable());

  private static final SqlList<StepView> STEPS =
      SqlList.byId(
          SELECT,
          "flow_subflows subflow\n  join flow_processes on prcs_id = sbfl_prcs_id",
          ID,
          COLUMNS,
          SqlStepQuery::view);

  private SqlStepQuery() {}

  static Page<StepView> findOf(Connection connection, long processId, PageRequest page)
      throws SQLException {
    return STEPS.page(connection, new SqlFilter().and("sbfl_prcs_id = ?", processId), page);
  }

  static Optional<StepView> find(Connection connection, long subflowId) throws SQLException {
    return STEPS.first(connection, new SqlFilter().and("sbfl_id = ?", subflowId));
  }

  static StepView view(ResultSet row) throws SQLException {
    return new StepView(
        row.getLong("prcs_id"),
        row.getLong("sbfl_id"),
        SqlRows.longOrNull(row, "sbfl_sbfl_id"),
        row.getLong("process_level"),
        row.getLong("diagram_level"),
        row.getLong("calling_sbfl"),
        row.getLong("scope"),
        row.getString("current_object"),
        row.getString("step_key"),
        row.getString("status"),
        SqlRows.instant(row, "became_current"),
        row.getString("reservation"),
        row.getLong("sbfl_dgrm_id"),
        row.getString("prcs_status"));
  }
}
