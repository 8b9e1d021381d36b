package flows4ee.persistence;

import flows4ee.engine.model.VariableType;
import flows4ee.engine.model.VariableValue;
import flows4ee.engine.state.QueriedFile;
import flows4ee.engine.state.QueryFailedException;
import flows4ee.engine.state.SqlQueries;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * Runs the queries of diagrams on a data source that an administrator has set up for them: one
 * {@code select}, read-only, on a connection of its own that is rolled back, within 2 s, at most
 * 1,000 rows and a million characters, or the files of {@link QueryFiles}. An account that can read
 * the engine's tables is refused.
 */
public final class RestrictedQueries implements SqlQueries {

  private static final Logger LOG = System.getLogger(RestrictedQueries.class.getName());
  private static final int H2_NO_RIGHTS = 90096;
  private static final int MAX_SECONDS = 2;
  private static final int MAX_ROWS = 1000;
  private static final int MAX_CHARACTERS = 1024 * 1024;

  private static final Reading<List<Map<String, VariableValue>>> ROWS =
      new Reading<>(MAX_ROWS, 200, RestrictedQueries::fetch);
  private static final Reading<List<QueriedFile>> FILES =
      new Reading<>(QueriedFile.MOST_FILES, 1, QueryFiles::read);

  private final Supplier<DataSource> dataSource;
  private final boolean allowsSubstitution;
  private volatile boolean isAccountChecked;

  /** How a result is read: one row more than the most tells that there are too many. */
  private record Reading<T>(int mostRows, int fetchSize, RowsReader<T> rows) {}

  @FunctionalInterface
  private interface RowsReader<T> {
    T read(ResultSet rows) throws SQLException;
  }

  /**
   * @param dataSource looks the data source up; never the engine's own
   * @param allowsSubstitution whether variables may become part of the text
   */
  public RestrictedQueries(Supplier<DataSource> dataSource, boolean allowsSubstitution) {
    this.dataSource = dataSource;
    this.allowsSubstitution = allowsSubstitution;
  }

  @Override
  public boolean allowsSubstitution() {
    return allowsSubstitution;
  }

  @Override
  public List<Map<String, VariableValue>> query(String sql, Map<String, VariableValue> binds) {
    return answer(sql, binds, ROWS);
  }

  @Override
  public List<QueriedFile> files(String sql, Map<String, VariableValue> binds) {
    return answer(sql, binds, FILES);
  }

  private <T> T answer(String sql, Map<String, VariableValue> binds, Reading<T> reading) {
    var text = QueryText.of(sql);
    try (var connection = dataSource.get().getConnection()) {
      return readOnly(connection, text, binds, reading);
    } catch (SQLException e) {
      LOG.log(Level.DEBUG, () -> "query of a diagram failed, SQLSTATE " + e.getSQLState());
      throw new QueryFailedException(
          "The database did not answer the query (SQLSTATE " + e.getSQLState() + ").");
    }
  }

  private <T> T readOnly(
      Connection connection, QueryText text, Map<String, VariableValue> binds, Reading<T> reading)
      throws SQLException {
    boolean wasReadOnly = connection.isReadOnly();
    boolean wasAutoCommit = connection.getAutoCommit();
    connection.setReadOnly(true);
    connection.setAutoCommit(false);
    try {
      requireForeignAccount(connection);
      begin(connection);
      return result(connection, text, binds, reading);
    } finally {
      connection.rollback();
      connection.setAutoCommit(wasAutoCommit);
      connection.setReadOnly(wasReadOnly);
    }
  }

  /** Oracle takes the read-only flag of a connection for a hint. */
  private static void begin(Connection connection) throws SQLException {
    if (product(connection).contains("Oracle")) {
      try (var statement = connection.createStatement()) {
        statement.execute("set transaction read only");
      }
    }
  }

  private void requireForeignAccount(Connection connection) throws SQLException {
    if (!isAccountChecked) {
      if (canReadEngine(connection)) {
        throw new QueryFailedException(
            "The account of the data source for queries can read the engine's tables.");
      }
      isAccountChecked = true;
    }
  }

  private static boolean canReadEngine(Connection connection) throws SQLException {
    try (var statement = connection.prepareStatement("select 1 from flow_processes where 1 = 0")) {
      statement.setQueryTimeout(MAX_SECONDS);
      statement.execute();
      return true;
    } catch (SQLException e) {
      if (isNoAccess(e)) {
        return false;
      }
      throw e;
    } finally {
      connection.rollback();
    }
  }

  /** The table is not there or not to be read. */
  private static boolean isNoAccess(SQLException failure) {
    String state = failure.getSQLState();
    return state != null && state.startsWith("42") || failure.getErrorCode() == H2_NO_RIGHTS;
  }

  private static <T> T result(
      Connection connection, QueryText text, Map<String, VariableValue> binds, Reading<T> reading)
      throws SQLException {
    try (var statement = connection.prepareStatement(text.sql())) {
      statement.setQueryTimeout(MAX_SECONDS);
      statement.setMaxRows(reading.mostRows() + 1);
      statement.setFetchSize(reading.fetchSize());
      bind(statement, text, binds, product(connection).equals("PostgreSQL"));
      try (var rows = statement.executeQuery()) {
        return reading.rows().read(rows);
      }
    }
  }

  private static void bind(
      PreparedStatement statement,
      QueryText text,
      Map<String, VariableValue> binds,
      boolean isTextUntyped)
      throws SQLException {
    var missing = new VariableValue(VariableType.VARCHAR2, null);
    for (int i = 0; i < text.binds().size(); i++) {
      var value = binds.getOrDefault(text.binds().get(i), missing);
      QueryValues.bind(statement, i + 1, value, isTextUntyped);
    }
  }

  private static List<Map<String, VariableValue>> fetch(ResultSet rows) throws SQLException {
    var found = new ArrayList<Map<String, VariableValue>>();
    long characters = 0;
    while (rows.next()) {
      var row = QueryValues.row(rows);
      found.add(row);
      characters += size(row);
      requireWithin(found.size(), characters);
    }
    return found;
  }

  private static long size(Map<String, VariableValue> row) {
    return row.values().stream()
        .mapToLong(value -> value.isNull() ? 0 : value.text().length())
        .sum();
  }

  private static void requireWithin(int rows, long characters) {
    if (rows > MAX_ROWS) {
      throw new QueryFailedException("The query returns more than " + MAX_ROWS + " rows.");
    }
    if (characters > MAX_CHARACTERS) {
      throw new QueryFailedException(
          "The query returns more than " + MAX_CHARACTERS + " characters.");
    }
  }

  private static String product(Connection connection) throws SQLException {
    return connection.getMetaData().getDatabaseProductName();
  }
}
