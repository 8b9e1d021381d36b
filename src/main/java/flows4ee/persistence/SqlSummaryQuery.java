package flows4ee.persistence;

import flows4ee.engine.SummaryView;
import flows4ee.engine.SummaryView.OpenError;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads where an instance stands. */
final class SqlSummaryQuery {

  /** The last error of each subflow is the one it stands in. */
  private static final String ERRORS =
      """
      select sbfl_id, sbfl_current, sbfl_became_current, lgpr_comment, lgpr_error_info,
             lgpr_timestamp
        from flow_subflows
        left join flow_instance_event_log on lgpr_prcs_id = sbfl_prcs_id
         and lgpr_id = (select max(last_error.lgpr_id) from flow_instance_event_log last_error
                         where last_error.lgpr_prcs_id = sbfl_prcs_id
                           and last_error.lgpr_sbfl_id = sbfl_id
                           and last_error.lgpr_prcs_event = 'error')
       where sbfl_prcs_id = ? and sbfl_status = 'error'
       order by sbfl_id""";

  private SqlSummaryQuery() {}

  /**
   * Counts, errors and age; the age is counted from the start to the end or, while it runs, to now,
   * and 0 before the start.
   */
  static Optional<SummaryView> find(Connection connection, long processId, Instant now)
      throws SQLException {
    Optional<Long> elapsed =
        SqlRows.first(
            connection,
            "select prcs_start_ts, prcs_complete_ts from flow_processes where prcs_id = ?",
            List.of(processId),
            row -> elapsedSeconds(row, now));
    if (elapsed.isEmpty()) {
      return Optional.empty();
    }
    List<OpenError> errors =
        SqlRows.all(connection, ERRORS, List.of(processId), SqlSummaryQuery::error);
    return Optional.of(new SummaryView(countSteps(connection, processId), errors, elapsed.get()));
  }

  private static Map<String, Long> countSteps(Connection connection, long processId)
      throws SQLException {
    Map<String, Long> counts = new TreeMap<>();
    SqlRows.all(
        connection,
        """
        select sbfl_status, count(*) from flow_subflows
         where sbfl_prcs_id = ? group by sbfl_status""",
        List.of(processId),
        row -> counts.put(row.getString(1), row.getLong(2)));
    return counts;
  }

  private static long elapsedSeconds(ResultSet row, Instant now) throws SQLException {
    Instant start = SqlRows.instant(row, "prcs_start_ts");
    Instant end = SqlRows.instant(row, "prcs_complete_ts");
    return start == null ? 0 : Duration.between(start, end == null ? now : end).toSeconds();
  }

  private static OpenError error(ResultSet row) throws SQLException {
    String comment = row.getString("lgpr_comment");
    Instant logged = SqlRows.instant(row, "lgpr_timestamp");
    return new OpenError(
        row.getLong("sbfl_id"),
        row.getString("sbfl_current"),
        comment == null ? row.getString("lgpr_error_info") : comment,
        logged == null ? SqlRows.instant(row, "sbfl_became_current") : logged);
  }
}
