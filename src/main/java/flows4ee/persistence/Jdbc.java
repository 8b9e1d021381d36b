package flows4ee.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** Short transactions of plain SQL on the application's data source. */
final class Jdbc {

  /** Work on one connection. */
  interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  private final DataSource dataSource;
  private final Supplier<Optional<Connection>> joined;

  Jdbc(DataSource dataSource) {
    this(dataSource, Optional::empty);
  }

  /**
   * Statements that take part in the transaction which the calling thread has open.
   *
   * @param joined the connection of that transaction, if there is one
   */
  Jdbc(DataSource dataSource, Supplier<Optional<Connection>> joined) {
    this.dataSource = dataSource;
    this.joined = joined;
  }

  /** Runs statements that commit one by one, or with the transaction they take part in. */
  <T> T run(Work<T> work) {
    Optional<Connection> open = joined.get();
    return open.isPresent() ? run(open.get(), work) : runApart(work);
  }

  /** Runs statements that change nothing; once more when the pool had lost its connection. */
  <T> T read(Work<T> work) {
    try {
      return run(work);
    } catch (DatabaseException e) {
      if (joined.get().isEmpty()
          && e.getCause() instanceof SQLException cause
          && SqlFailures.isConnectionLost(cause)) {
        return run(work);
      }
      throw e;
    }
  }

  private static <T> T run(Connection connection, Work<T> work) {
    try {
      return work.on(connection);
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  private <T> T runApart(Work<T> work) {
    try (Lease lease = Lease.of(dataSource)) {
      return runOn(lease, work);
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  private static <T> T runOn(Lease lease, Work<T> work) throws SQLException {
    try {
      return work.on(lease.connection());
    } catch (SQLException e) {
      lease.noteFailure(e);
      throw e;
    }
  }

  /**
   * Runs statements that commit together, or not at all when one fails; within the transaction they
   * take part in, if there is one.
   */
  <T> T inTransaction(Work<T> work) {
    Optional<Connection> open = joined.get();
    return open.isPresent()
        ? run(open.get(), connection -> takePart(connection, work))
        : runApart(connection -> transact(connection, work));
  }

  private static <T> T takePart(Connection connection, Work<T> work) throws SQLException {
    Savepoint begin = connection.setSavepoint();
    try {
      return work.on(connection);
    } catch (SQLException | RuntimeException e) {
      connection.rollback(begin);
      throw e;
    }
  }

  private static <T> T transact(Connection connection, Work<T> work) throws SQLException {
    connection.setAutoCommit(false);
    boolean done = false;
    try {
      T result = work.on(connection);
      connection.commit();
      done = true;
      return result;
    } finally {
      if (!done) {
        connection.rollback();
      }
      connection.setAutoCommit(true);
    }
  }

  /** Executes one changing statement with these parameters in order. */
  static int update(Connection connection, String sql, Object... parameters) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      set(statement, parameters);
      return statement.executeUpdate();
    }
  }

  /** Sets parameters in order; {@code Instant} as timestamp, empty {@code Optional} as null. */
  static void set(PreparedStatement statement, Object... parameters) throws SQLException {
    for (int i = 0; i < parameters.length; i++) {
      Object value = parameters[i] instanceof Optional<?> o ? o.orElse(null) : parameters[i];
      if (value == null) {
        statement.setNull(i + 1, Types.VARCHAR);
      } else if (value instanceof Instant instant) {
        statement.setTimestamp(i + 1, Timestamp.from(instant));
      } else {
        statement.setObject(i + 1, value);
      }
    }
  }

  static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
  }
}
