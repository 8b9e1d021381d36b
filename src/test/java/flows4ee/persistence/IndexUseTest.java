package flows4ee.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
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
          "select sbfl_id from flow_subflows"
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

  /** Small tables would be read as a whole on PostgreSQL, whatever the indexes. */
  private String plan(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      if (vendor == TestVendor.POSTGRESQL) {
        connection.setAutoCommit(false);
        statement.execute("set local enable_seqscan = off");
      }
      var plan = new StringBuilder();
      try (var rows = statement.executeQuery("explain " + sql)) {
        while (rows.next()) {
          plan.append(rows.getString(1)).append('\n');
        }
      }
      return plan.toString().toLowerCase(Locale.ROOT);
    } finally {
      if (!connection.getAutoCommit()) {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    }
  }
}
