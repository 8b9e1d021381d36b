package flows4ee.persistence;

import flows4ee.engine.state.RetryableException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The connection of one transaction: taken at the first statement, given back at the commit, so
 * that none is held while the engine calls out.
 */
final class Session {

  /** Work on the connection. */
  interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  /** Makes an object of a row. */
  interface Reading<T> {
    T of(RowReader row) throws SQLException;
  }

  private final Connections connections;
  private Connection connection;
  private boolean isSpoilt;
  private int uses;

  Session(Connections connections) {
    this.connections = connections;
  }

  Dialect dialect() {
    connection();
    return connections.dialect();
  }

  /** Counts the uses of the connection. */
  int uses() {
    return uses;
  }

  Connection connection() {
    uses++;
    if (connection == null) {
      connection = connections.open();
    }
    return connection;
  }

  <T> T run(Work<T> work) {
    try {
      return work.on(connection());
    } catch (SQLException e) {
      throw SqlFailures.translate(e);
    }
  }

  <T> List<T> find(String sql, Reading<T> reading, Object... parameters) {
    return run(
        c -> {
          try (PreparedStatement statement = c.prepareStatement(sql)) {
            set(statement, parameters);
            return read(statement, reading);
          }
        });
  }

  <T> Optional<T> findOne(String sql, Reading<T> reading, Object... parameters) {
    return find(sql, reading, parameters).stream().findFirst();
  }

  boolean isAny(String sql, Object... parameters) {
    return !find(sql, RowReader::integer, parameters).isEmpty();
  }

  int update(String sql, Object... parameters) {
    return run(
        c -> {
          try (PreparedStatement statement = c.prepareStatement(sql)) {
            set(statement, parameters);
            return statement.executeUpdate();
          }
        });
  }

  <R> void insert(Table<R> table, R row) {
    run(
        c -> {
          table.insert(c, List.of(row));
          return null;
        });
  }

  /** Runs work whose failure leaves the transaction usable, also where it would spoil it. */
  <T> T runApart(Work<T> work) {
    return dialect().losesTransactionOnError() ? run(c -> guarded(c, work)) : run(work);
  }

  Savepoint savepoint() {
    return run(Connection::setSavepoint);
  }

  /** Takes back what was done since a savepoint; where that fails, nothing can be committed. */
  void rollbackTo(Savepoint savepoint) {
    try {
      connection.rollback(savepoint);
    } catch (SQLException e) {
      isSpoilt = true;
    }
  }

  void commit() {
    if (connection == null) {
      return;
    }
    if (isSpoilt) {
      release();
      throw new RetryableException("the database took back a part of the transaction", null);
    }
    try {
      connection.commit();
    } catch (SQLException e) {
      throw SqlFailures.translate(e);
    }
    connections.giveBack(connection);
    connection = null;
  }

  /** Rolls back what was not committed and gives the connection back. */
  void release() {
    if (connection != null) {
      connections.close(connection);
      connection = null;
      isSpoilt = false;
    }
  }

  static <T> List<T> read(PreparedStatement statement, Reading<T> reading) throws SQLException {
    var found = new ArrayList<T>();
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        found.add(reading.of(new RowReader(rows)));
      }
    }
    return found;
  }

  static void set(PreparedStatement statement, Object... parameters) throws SQLException {
    for (int i = 0; i < parameters.length; i++) {
      ColumnType.of(parameters[i]).set(statement, i + 1, parameters[i]);
    }
  }

  private static <T> T guarded(Connection connection, Work<T> work) throws SQLException {
    var savepoint = connection.setSavepoint();
    try {
      T result = work.on(connection);
      connection.releaseSavepoint(savepoint);
      return result;
    } catch (SQLException e) {
      connection.rollback(savepoint);
      throw e;
    }
  }
}
