package flows4ee.persistence;

import flows4ee.engine.state.StatisticsStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Summaries by diagram and period over JDBC; the database does the sums. */
public final class SqlStatisticsStore implements StatisticsStore {

  private static final String PROCESS_DAY =
      """
      insert into flow_process_stats
        (prst_dgrm_id, prst_period, prst_start, prst_created, prst_started, prst_completed,
         prst_terminated, prst_seconds, prst_max_seconds)
      select prcs_dgrm_id, 'D', cast(? as date), sum(created), sum(started), sum(completed),
             sum(terminated_), coalesce(sum(seconds), 0), coalesce(max(seconds), 0)
        from (select prcs_dgrm_id, 1 as created, 0 as started, 0 as completed, 0 as terminated_,
                     cast(null as numeric) as seconds
                from flow_processes where prcs_init_ts >= ? and prcs_init_ts < ?
              union all
              select prcs_dgrm_id, 0, 1, 0, 0, null
                from flow_processes where prcs_start_ts >= ? and prcs_start_ts < ?
              union all
              select prcs_dgrm_id, 0, 0, case prcs_status when 'completed' then 1 else 0 end,
                     case prcs_status when 'completed' then 0 else 1 end,
                     case prcs_status when 'completed' then %s end
                from flow_processes where prcs_complete_ts >= ? and prcs_complete_ts < ?) counted
       group by prcs_dgrm_id""";

  private static final String STEP_DAY =
      """
      insert into flow_step_stats
        (stst_dgrm_id, stst_objt_id, stst_period, stst_start, stst_completed, stst_seconds,
         stst_max_seconds)
      select lgsf_sbfl_dgrm_id, lgsf_objt_id, 'D', cast(? as date), count(*),
             coalesce(sum(%1$s), 0), coalesce(max(%1$s), 0)
        from flow_step_event_log
       where lgsf_event = 'step completed' and lgsf_objt_id is not null
         and lgsf_timestamp >= ? and lgsf_timestamp < ?
       group by lgsf_sbfl_dgrm_id, lgsf_objt_id""";

  private static final String PROCESS_SUM =
      """
      insert into flow_process_stats
        (prst_dgrm_id, prst_period, prst_start, prst_created, prst_started, prst_completed,
         prst_terminated, prst_seconds, prst_max_seconds)
      select prst_dgrm_id, cast(? as varchar(1)), cast(? as date), sum(prst_created),
             sum(prst_started), sum(prst_completed), sum(prst_terminated), sum(prst_seconds),
             max(prst_max_seconds)
        from flow_process_stats
       where prst_period = ? and prst_start >= cast(? as date) and prst_start < cast(? as date)
       group by prst_dgrm_id""";

  private static final String STEP_SUM =
      """
      insert into flow_step_stats
        (stst_dgrm_id, stst_objt_id, stst_period, stst_start, stst_completed, stst_seconds,
         stst_max_seconds)
      select stst_dgrm_id, stst_objt_id, cast(? as varchar(1)), cast(? as date),
             sum(stst_completed), sum(stst_seconds), max(stst_max_seconds)
        from flow_step_stats
       where stst_period = ? and stst_start >= cast(? as date) and stst_start < cast(? as date)
       group by stst_dgrm_id, stst_objt_id""";

  private static final List<String> CLEAR =
      List.of(
          "delete from flow_process_stats where prst_period = ? and prst_start = cast(? as date)",
          "delete from flow_step_stats where stst_period = ? and stst_start = cast(? as date)");

  private static final List<String> DELETE =
      List.of(
          "delete from flow_process_stats where prst_period = ? and prst_start < cast(? as date)",
          "delete from flow_step_stats where stst_period = ? and stst_start < cast(? as date)");

  private final Jdbc jdbc;

  /** On that data source. */
  public SqlStatisticsStore(DataSource dataSource) {
    this.jdbc = new Jdbc(dataSource);
  }

  @Override
  public Optional<LocalDate> findLastDay() {
    return jdbc.read(
        connection ->
            SqlRows.first(
                    connection,
                    "select max(stdy_day) from flow_stats_days",
                    List.of(),
                    row -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .flatMap(day -> day));
  }

  @Override
  public Optional<Instant> findFirstInstance() {
    return jdbc.read(
        connection ->
            SqlRows.first(
                    connection,
                    "select min(prcs_init_ts) as first_ts from flow_processes",
                    List.of(),
                    row -> Optional.ofNullable(SqlRows.instant(row, "first_ts")))
                .flatMap(moment -> moment));
  }

  @Override
  public void summarizeDay(LocalDate day, Instant from, Instant to) {
    jdbc.inTransaction(
        connection -> {
          clear(connection, Period.DAY, day);
          String stay = seconds(connection, "prcs_start_ts", "prcs_complete_ts");
          Jdbc.update(connection, PROCESS_DAY.formatted(stay), day, from, to, from, to, from, to);
          stay = seconds(connection, "lgsf_was_current", "lgsf_completed");
          Jdbc.update(connection, STEP_DAY.formatted(stay), day, from, to);
          Jdbc.update(connection, "delete from flow_stats_days where stdy_day <= ?", day);
          return Jdbc.update(connection, "insert into flow_stats_days values (?)", day);
        });
  }

  @Override
  public void rollUp(Period period, LocalDate first, LocalDate next) {
    jdbc.inTransaction(
        connection -> {
          clear(connection, period, first);
          String part = literal(period == Period.MONTH ? Period.DAY : Period.MONTH);
          for (String sql : List.of(PROCESS_SUM, STEP_SUM)) {
            Jdbc.update(connection, sql, literal(period), first, part, first, next);
          }
          return null;
        });
  }

  @Override
  public void deleteBefore(Period period, LocalDate day) {
    jdbc.inTransaction(
        connection -> {
          for (String sql : DELETE) {
            Jdbc.update(connection, sql, literal(period), day);
          }
          return null;
        });
  }

  private static void clear(Connection connection, Period period, LocalDate first)
      throws SQLException {
    for (String sql : CLEAR) {
      Jdbc.update(connection, sql, literal(period), first);
    }
  }

  private static String literal(Period period) {
    return switch (period) {
      case DAY -> "D";
      case MONTH -> "M";
      case QUARTER -> "Q";
    };
  }

  private static String seconds(Connection connection, String from, String to) throws SQLException {
    return Dialect.of(connection).secondsBetween(from, to);
  }
}
