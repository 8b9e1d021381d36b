package flows4ee.persistence;

import flows4ee.engine.ActivityView;
import flows4ee.engine.CalledDiagramView;
import flows4ee.engine.Page;
import flows4ee.engine.PageRequest;
import flows4ee.engine.SubscriptionSearch;
import flows4ee.engine.SubscriptionView;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Reads what belongs to an instance besides steps, variables and timers. */
final class SqlInstanceQuery {

  private static final SqlList<SubscriptionView> SUBSCRIPTIONS =
      SqlList.byId(
          """
          select msub_id, msub_message_name as name, msub_key_name as key_name,
                 msub_key_value as key_value, msub_prcs_id as prcs_id, msub_sbfl_id as sbfl_id,
                 msub_created as created""",
          "flow_message_subscriptions",
          SqlColumn.number("msub_id", "msub_id"),
          List.of(
              SqlColumn.text("name", "msub_message_name").nullable(),
              SqlColumn.text("key", "msub_key_name").labelled("key_name").nullable(),
              SqlColumn.text("value", "msub_key_value").labelled("key_value").nullable(),
              SqlColumn.number("prcs_id", "msub_prcs_id").nullable(),
              SqlColumn.number("sbfl_id", "msub_sbfl_id").nullable(),
              SqlColumn.time("created", "msub_created")),
          SqlInstanceQuery::subscription);

  private static final SqlList<CalledDiagramView> CALLED_DIAGRAMS =
      SqlList.byId(
          """
          select prdg_id, prdg_calling_dgrm as calling_dgrm_id, prdg_calling_objt as calling_objt,
                 prdg_dgrm_id as dgrm_id, dgrm_name as diagram_name,
                 dgrm_version as diagram_version, prdg_diagram_level as diagram_level""",
          "flow_instance_diagrams\n  join flow_diagrams on dgrm_id = prdg_dgrm_id",
          SqlColumn.number("prdg_id", "prdg_id"),
          List.of(
              SqlColumn.number("calling_dgrm_id", "prdg_calling_dgrm"),
              SqlColumn.text("calling_objt", "prdg_calling_objt"),
              SqlColumn.number("dgrm_id", "prdg_dgrm_id"),
              SqlColumn.text("diagram_name", "dgrm_name"),
              SqlColumn.text("diagram_version", "dgrm_version"),
              SqlColumn.number("diagram_level", "prdg_diagram_level").nullable()),
          SqlInstanceQuery::calledDiagram);

  private SqlInstanceQuery() {}

  static ActivityView findActivities(Connection connection, long processId) throws SQLException {
    return new ActivityView(
        objects(
            connection,
            """
            select distinct sbfl_current from flow_subflows
             where sbfl_prcs_id = ? and sbfl_status <> 'error' and sbfl_current is not null""",
            processId),
        objects(
            connection,
            "select distinct sflg_objt_id from flow_subflow_log where sflg_prcs_id = ?",
            processId),
        objects(
            connection,
            """
            select distinct sbfl_current from flow_subflows
             where sbfl_prcs_id = ? and sbfl_status = 'error' and sbfl_current is not null""",
            processId));
  }

  /** Sorted here, since databases differ in their order of letters. */
  private static List<String> objects(Connection connection, String sql, long processId)
      throws SQLException {
    return SqlRows.all(connection, sql, List.of(processId), row -> row.getString(1)).stream()
        .sorted()
        .toList();
  }

  static Page<CalledDiagramView> findCalledDiagrams(
      Connection connection, long processId, PageRequest page) throws SQLException {
    SqlFilter filter =
        new SqlFilter().and("prdg_prcs_id = ?", processId).and("prdg_calling_objt is not null");
    return CALLED_DIAGRAMS.page(connection, filter, page);
  }

  static Page<SubscriptionView> findSubscriptions(
      Connection connection, SubscriptionSearch search, PageRequest page) throws SQLException {
    SqlFilter filter =
        new SqlFilter()
            .anyOf("msub_prcs_id", search.processIds())
            .anyOf("msub_message_name", search.names())
            .anyOf("msub_key_name", search.keys())
            .anyOf("msub_key_value", search.values());
    return SUBSCRIPTIONS.page(connection, filter, page);
  }

  private static CalledDiagramView calledDiagram(ResultSet row) throws SQLException {
    return new CalledDiagramView(
        row.getLong("calling_dgrm_id"),
        row.getString("calling_objt"),
        row.getLong("dgrm_id"),
        row.getString("diagram_name"),
        row.getString("diagram_version"),
        SqlRows.longOrNull(row, "diagram_level"));
  }

  private static SubscriptionView subscription(ResultSet row) throws SQLException {
    return new SubscriptionView(
        row.getLong("msub_id"),
        row.getString("name"),
        row.getString("key_name"),
        row.getString("key_value"),
        SqlRows.longOrNull(row, "prcs_id"),
        SqlRows.longOrNull(row, "sbfl_id"),
        SqlRows.instant(row, "created"));
  }
}
