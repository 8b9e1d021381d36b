package flows4ee.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

class MigrationTest {

  @Test
  void shouldCreateTheEngineTablesOnH2() throws IOException, SQLException {
    try (var database = TestDatabase.h2()) {
      assertEngineTables(database);
    }
  }

  @Test
  void shouldCreateTheEngineTablesOnPostgreSql() throws IOException, SQLException {
    try (var database = TestDatabase.postgresql()) {
      assertEngineTables(database);
    }
  }

  private static void assertEngineTables(TestDatabase database) throws SQLException {
    try (var connection = database.dataSource().getConnection();
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select lower(table_name) from information_schema.tables"
                    + " where lower(table_name) like 'flow%'")) {
      var tables = new HashSet<String>();
      while (rows.next()) {
        tables.add(rows.getString(1));
      }
      assertThat(tables)
          .contains(
              "flow_diagrams",
              "flow_processes",
              "flow_subflows",
              "flow_process_variables",
              "flow_message_subscriptions",
              "flow_message_deliveries",
              "flow_timers",
              "flow_instance_diagrams",
              "flow_iterations",
              "flow_subflow_log",
              "flow_instance_event_log",
              "flow_step_event_log",
              "flow_variable_event_log",
              "flow_diagram_event_log",
              "flow_received_message_log",
              "flow_job_leases");
    }
  }
}
