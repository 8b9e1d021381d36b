package flows4ee.persistence;

import flows4ee.engine.ObjectStatistics;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts where the instances of a diagram stand and stood. */
final class SqlObjectStatistics {

  /** Instances of the diagram itself, and those that call it. */
  private static final String INSTANCES =
      """
      (select prcs_id from flow_processes where prcs_dgrm_id = ?
       union select prdg_prcs_id from flow_instance_diagrams where prdg_dgrm_id = ?)""";

  private static final String STANDING =
      """
      select sbfl_current, sum(case when sbfl_status = 'error' then 0 else 1 end),
             sum(case when sbfl_status = 'error' then 1 else 0 end)
        from flow_subflows
       where sbfl_current is not null and sbfl_dgrm_id = ? and sbfl_prcs_id in
      """
          + INSTANCES
          + " group by sbfl_current";

  private static final String COMPLETED =
      """
      select sflg_objt_id, count(*) from flow_subflow_log
       where sflg_dgrm_id = ? and sflg_prcs_id in
      """
          + INSTANCES
          + " group by sflg_objt_id";

  private static final String STAYS =
      """
      select lgsf_objt_id, avg(%s) from flow_step_event_log
       where lgsf_event = 'step completed' and lgsf_completed is not null
         and lgsf_was_current is not null and lgsf_sbfl_dgrm_id = ? and lgsf_prcs_id in
      """
          + INSTANCES
          + " group by lgsf_objt_id";

  private final Map<String, ObjectStatistics> found = new HashMap<>();

  private SqlObjectStatistics() {}

  static Map<String, ObjectStatistics> find(Connection connection, long diagramId)
      throws SQLException {
    return new SqlObjectStatistics().read(connection, List.of(diagramId, diagramId, diagramId));
  }

  private Map<String, ObjectStatistics> read(Connection connection, List<Object> diagram)
      throws SQLException {
    SqlRows.all(
        connection,
        STANDING,
        diagram,
        row ->
            put(row.getString(1), new ObjectStatistics(row.getLong(2), row.getLong(3), 0, null)));
    SqlRows.all(
        connection,
        COMPLETED,
        diagram,
        row -> put(row.getString(1), new ObjectStatistics(0, 0, row.getLong(2), null)));
    SqlRows.all(
        connection,
        STAYS.formatted(
            Dialect.of(connection).secondsBetween("lgsf_was_current", "lgsf_completed")),
        diagram,
        row -> put(row.getString(1), new ObjectStatistics(0, 0, 0, row.getDouble(2))));
    return found;
  }

  private ObjectStatistics put(String object, ObjectStatistics part) {
    return found.merge(object, part, SqlObjectStatistics::sum);
  }

  private static ObjectStatistics sum(ObjectStatistics a, ObjectStatistics b) {
    return new ObjectStatistics(
        a.waiting() + b.waiting(),
        a.errors() + b.errors(),
        a.completed() + b.completed(),
        b.averageSeconds() == null ? a.averageSeconds() : b.averageSeconds());
  }
}
