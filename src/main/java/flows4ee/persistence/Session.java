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
  private final PendingWrites writes = new PendingWrites();
  private Lease lease;
  private final List<Runnable> atEnd = new ArrayList<>();
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
    if (lease == null) {
      lease = connections.open();
    }
    send();
    return lease.connection();
  }

  /** Changes that go out before the next statement, or with the commit. */
  PendingWrites writes() {
    uses++;
    return writes;
  }

  private void send() {
    try {
      writes.send(lease.connection(), connections.dialect());
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  <T> T run(Work<T> work) {
    try {
      return work.on(connection());
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private RuntimeException failed(SQLException failure) {
    lease.noteFailure(failure);
    return SqlFailures.translateUncommitted(failure);
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

  <A, B> Query.Found<A, B> find(Query<A> first, Query<B> second) {
    return run(c -> first.findWith(second, c, connections.dialect()));
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
    table.insert(writes(), List.of(row));
    connection();
  }

  <R> void update(Table<R> table, R row) {
    table.update(writes(), List.of(row));
    connection();
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
    writes.clear();
    try {
      lease.connection().rollback(savepoint);
    } catch (SQLException e) {
      isSpoilt = true;
    }
  }

  void commit() {
    if (lease == null && writes.isEmpty()) {
      return;
    }
    if (isSpoilt) {
      release();
      throw new RetryableException("the database took back a part of the transaction", null);
    }
    if (lease == null) {
      lease = connections.open();
    }
    try {
      writes.commit(lease.connection(), connections.dialect());
    } catch (SQLException e) {
      lease.noteFailure(e);
      throw SqlFailures.translate(e);
    }
    lease.close();
    lease = null;
  }

  /** Rolls back what was not committed and gives the connection back. */
  void release() {
    writes.clear();
    if (lease != null) {
      connections.rollBack(lease);
      lease = null;
      isSpoilt = false;
    }
  }

  void atEnd(Runnable work) {
    atEnd.add(work);
  }

  /** Releases the connection for good. */
  void end() {
    release();
    atEnd.forEach(Runnable::run);
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
