package flows4ee.persistence;

import flows4ee.engine.InstanceStatistics;
import flows4ee.engine.Page;
import flows4ee.engine.PageRequest;
import flows4ee.engine.StatisticsPeriod;
import flows4ee.engine.StatisticsSearch;
import flows4ee.engine.StepStatistics;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/** Reads the summaries of days, months and quarters. */
final class SqlPeriodStatistics {

  private static final int MILLIS = 3;

  private static final SqlList<InstanceStatistics> INSTANCES =
      list(
          """
          select prst_dgrm_id as dgrm_id, dgrm_name as diagram_name,
                 dgrm_version as diagram_version, prst_period as period,
                 prst_start as period_start, prst_created as created, prst_started as started,
                 prst_completed as completed, prst_terminated as ended_early,
                 prst_seconds as seconds, prst_max_seconds as max_seconds""",
          "flow_process_stats left join flow_diagrams on dgrm_id = prst_dgrm_id",
          List.of(
              SqlColumn.date("period_start", "prst_start"),
              SqlColumn.number("dgrm_id", "prst_dgrm_id"),
              SqlColumn.text("period", "prst_period")),
          SqlPeriodStatistics::instance);

  private static final SqlList<StepStatistics> STEPS =
      list(
          """
          select stst_dgrm_id as dgrm_id, dgrm_name as diagram_name,
                 dgrm_version as diagram_version, stst_period as period,
                 stst_start as period_start, stst_objt_id as bpmn_id,
                 stst_completed as completed, stst_seconds as seconds,
                 stst_max_seconds as max_seconds""",
          "flow_step_stats left join flow_diagrams on dgrm_id = stst_dgrm_id",
          List.of(
              SqlColumn.date("period_start", "stst_start"),
              SqlColumn.number("dgrm_id", "stst_dgrm_id"),
              SqlColumn.text("bpmn_id", "stst_objt_id"),
              SqlColumn.text("period", "stst_period")),
          SqlPeriodStatistics::step);

  private SqlPeriodStatistics() {}

  private static <T> SqlList<T> list(
      String select, String from, List<SqlColumn> key, SqlRows.Mapper<T> mapper) {
    var name = SqlColumn.text("diagram_name", "dgrm_name").nullable();
    return new SqlList<>(select, from, List.of(name), List.of(), key, mapper);
  }

  static Page<InstanceStatistics> instances(
      Connection connection, StatisticsSearch search, PageRequest page) throws SQLException {
    return INSTANCES.page(connection, filter("prst", search), page);
  }

  static Page<StepStatistics> steps(
      Connection connection, StatisticsSearch search, PageRequest page) throws SQLException {
    var filter = filter("stst", search).anyOf("stst_objt_id", search.bpmnIds());
    return STEPS.page(connection, filter, page);
  }

  private static SqlFilter filter(String table, StatisticsSearch search) {
    var periods = search.periods().stream().map(kind -> kind.substring(0, 1)).toList();
    var filter =
        new SqlFilter()
            .anyOf(table + "_dgrm_id", search.diagramIds())
            .anyOfIgnoringCase("dgrm_name", search.diagrams())
            .anyOf(table + "_period", periods);
    search.from().ifPresent(day -> filter.and(table + "_start >= ?", day));
    search.to().ifPresent(day -> filter.and(table + "_start < ?", day));
    return filter;
  }

  private static InstanceStatistics instance(ResultSet row) throws SQLException {
    return new InstanceStatistics(
        period(row),
        row.getLong("created"),
        row.getLong("started"),
        row.getLong("completed"),
        row.getLong("ended_early"),
        average(row),
        longest(row));
  }

  private static StepStatistics step(ResultSet row) throws SQLException {
    return new StepStatistics(
        period(row),
        row.getString("bpmn_id"),
        row.getLong("completed"),
        average(row),
        longest(row));
  }

  private static StatisticsPeriod period(ResultSet row) throws SQLException {
    return new StatisticsPeriod(
        row.getLong("dgrm_id"),
        row.getString("diagram_name"),
        row.getString("diagram_version"),
        kind(row.getString("period")),
        row.getObject("period_start", LocalDate.class));
  }

  private static String kind(String literal) {
    return switch (literal) {
      case "D" -> "DAY";
      case "M" -> "MONTH";
      case "Q" -> "QUARTER";
      default -> throw new IllegalStateException("period " + literal);
    };
  }

  private static BigDecimal average(ResultSet row) throws SQLException {
    long completed = row.getLong("completed");
    return completed == 0
        ? null
        : row.getBigDecimal("seconds")
            .divide(BigDecimal.valueOf(completed), MILLIS, RoundingMode.HALF_UP);
  }

  private static BigDecimal longest(ResultSet row) throws SQLException {
    return row.getLong("completed") == 0
        ? null
        : row.getBigDecimal("max_seconds").setScale(MILLIS, RoundingMode.HALF_UP);
  }
}
