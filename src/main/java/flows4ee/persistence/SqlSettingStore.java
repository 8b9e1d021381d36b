package flows4ee.persistence;

import flows4ee.rest.guard.SettingStore;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;

/** The run-time configuration over JDBC. */
public final class SqlSettingStore implements SettingStore {

  private static final String UPDATE =
      """
      update flow_configuration set cfig_value = ?, cfig_updated_at = ?, cfig_updated_by = ?
       where cfig_key = ?""";

  private static final String INSERT =
      """
      insert into flow_configuration (cfig_value, cfig_updated_at, cfig_updated_by, cfig_key)
      values (?, ?, ?, ?)""";

  private final Jdbc jdbc;

  /** On that data source. */
  public SqlSettingStore(DataSource dataSource) {
    this.jdbc = new Jdbc(dataSource);
  }

  /** On that data source, in the transaction that the calling thread may have open. */
  public SqlSettingStore(DataSource dataSource, SqlTransactions transactions) {
    this.jdbc = new Jdbc(dataSource, transactions::openConnection);
  }

  @Override
  public Map<String, String> findAll() {
    return jdbc.run(
        connection -> {
          try (PreparedStatement statement =
                  connection.prepareStatement(
                      "select cfig_key, cfig_value from flow_configuration");
              ResultSet rows = statement.executeQuery()) {
            Map<String, String> values = new HashMap<>();
            while (rows.next()) {
              values.put(rows.getString(1), rows.getString(2));
            }
            return values;
          }
        });
  }

  /** Keys in one order, so that two changes at once do not block each other for good. */
  @Override
  public void change(Map<String, Optional<String>> values, String user, Instant at) {
    jdbc.inTransaction(
        connection -> {
          for (var entry : new TreeMap<>(values).entrySet()) {
            change(connection, entry.getKey(), entry.getValue(), user, at);
          }
          return null;
        });
  }

  private static void change(
      Connection connection, String key, Optional<String> value, String user, Instant at)
      throws SQLException {
    if (value.isEmpty()) {
      Jdbc.update(connection, "delete from flow_configuration where cfig_key = ?", key);
    } else if (Jdbc.update(connection, UPDATE, value, at, user, key) == 0) {
      Jdbc.update(connection, INSERT, value, at, user, key);
    }
  }
}
