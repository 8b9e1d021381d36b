package flows4ee.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The searches across all instances are answered by an index, not by reading tables. */
@ParameterizedClass
@EnumSource
class IndexUseTest {

  @Parameter TestVendor vendor;

  @Test
  void shouldFindASubscriptionByItsUniqueIndex() throws SQLException {
    try (var connection = vendor.shared().dataSource().getConnection()) {
      var dialect = Dialect.of(connection);
      String sql =
          "select msub_id from flow_message_subscriptions where "
              + dialect.isSame("msub_message_name")
              + " and "
              + dialect.isSame("msub_key_name")
              + " and "
              + dialect.isSame("msub_key_value");
      assertThat(plan(connection, sql.replace("?", "'x'")))
          .contains("flow_message_subscriptions_key");
    }
  }

  @Test
  void shouldFindDueTimersByTheirIndex() throws SQLException {
    try (var connection = vendor.shared().dataSource().getConnection()) {
      String sql =
          "select timr_id from flow_timers where timr_status = 'C'"
              + " and timr_start_on <= current_timestamp order by timr_start_on";
      assertThat(plan(connection, sql)).contains("flow_timers_due");
    }
  }

  @Test
  void shouldFindSubflowsByTheirInstance() throws SQLException {
    try (var connection = vendor.shared().dataSource().getConnection()) {
      String sql = "select sbfl_id from flow_subflows where sbfl_prcs_id = 1";
      assertThat(plan(connection, sql)).contains("flow_subflows_process");
    }
  }

  @Test
  void shouldFindTheNewestStepsByTheirIndex() throws SQLException {
    try (var connection = vendor.shared().dataSource().getConnection()) {
      String sql =
          "select sbfl_id from flow_subflows where sbfl_scope >= 0"
              + " order by sbfl_became_current desc nulls first, sbfl_id desc"
              + " fetch next 51 rows only";
      assertThat(plan(connection, sql)).contains("flow_subflows_recent");
    }
  }

  @Test
  void shouldFindEndedInstancesByTheirIndex() throws SQLException {
    try (var connection = vendor.shared().dataSource().getConnection()) {
      String sql =
          "select prcs_id from flow_processes where prcs_complete_ts >= current_timestamp"
              + " order by prcs_complete_ts, prcs_id fetch first 10 rows only";
      assertThat(plan(connection, sql)).contains("flow_processes_ended");
    }
  }

  /** From a vacuum of an empty table PostgreSQL concludes that every way to a row is cheap. */
  @Test
  void shouldFindASubflowByItsKeyAfterATableWasEmpty() throws SQLException {
    assumeThat(vendor).isEqualTo(TestVendor.POSTGRESQL);
    try (var connection = vendor.shared().dataSource().getConnection();
        var statement = connection.createStatement()) {
      // given
      statement.execute("create table hot (like flow_subflows including all)");
      statement.execute("alter table hot set (vacuum_truncate = off)");
      assertThat(options(statement, "flow_subflows")).contains("vacuum_truncate=off");
      statement.execute(
          "insert into hot (sbfl_id, sbfl_prcs_id, sbfl_dgrm_id, sbfl_process_level,"
              + " sbfl_diagram_level, sbfl_calling_sbfl, sbfl_scope, sbfl_status,"
              + " sbfl_is_following_ebg)"
              + " select id, id, 1, 0, 0, 0, 0, 'running', false from generate_series(1, 5000) id");
      statement.execute("delete from hot");
      statement.execute("vacuum analyze hot");
      // when
      statement.execute(
          "prepare by_key(bigint) as update hot set sbfl_lane = 'a' where sbfl_id = $1");
      statement.execute("set plan_cache_mode = force_generic_plan");
      var plan = lines(statement, "explain execute by_key(1)");
      // then
      assertThat(plan).contains("hot_pkey");
      statement.execute("deallocate by_key; set plan_cache_mode = auto; drop table hot");
    }
  }

  private static String options(Statement statement, String table) throws SQLException {
    return lines(statement, "select reloptions from pg_class where relname = '" + table + "'");
  }

  /** Small tables would be read as a whole on PostgreSQL, whatever the indexes. */
  private String plan(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      if (vendor == TestVendor.POSTGRESQL) {
        connection.setAutoCommit(false);
        statement.execute("set local enable_seqscan = off");
      }
      return lines(statement, "explain " + sql);
    } finally {
      if (!connection.getAutoCommit()) {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    }
  }

  private static String lines(Statement statement, String query) throws SQLException {
    var lines = new StringBuilder();
    try (var rows = statement.executeQuery(query)) {
      while (rows.next()) {
        lines.append(rows.getString(1)).append('\n');
      }
    }
    return lines.toString().toLowerCase(Locale.ROOT);
  }
}
