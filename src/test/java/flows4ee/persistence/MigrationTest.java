package flows4ee.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
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
                "select count(*) from information_schema.tables"
                    + " where lower(table_name) like 'flow\\_%' escape '\\'"
                    + " and lower(table_name) <> 'flow_schema_history'")) {
      rows.next();
      assertThat(rows.getInt(1)).isEqualTo(16);
    }
  }
}
