package flows4ee.persistence;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import javax.sql.DataSource;

/**
 * Opens connections for transactions: no auto-commit, a short lock wait; read committed is the
 * default of every database in use.
 */
final class Connections {

  private static final Logger LOG = System.getLogger(Connections.class.getName());

  private final DataSource dataSource;
  private final Duration lockTimeout;
  private final Map<Object, Boolean> prepared = Collections.synchronizedMap(new WeakHashMap<>());
  private volatile Dialect dialect;

  Connections(DataSource dataSource, Duration lockTimeout) {
    this.dataSource = dataSource;
    this.lockTimeout = lockTimeout;
  }

  /** The dialect of the database; known once a connection was opened. */
  Dialect dialect() {
    return dialect;
  }

  Connection open() {
    Connection connection = obtain();
    try {
      prepare(connection);
      connection.setAutoCommit(false);
      return connection;
    } catch (SQLException e) {
      giveBack(connection);
      throw SqlFailures.translate(e);
    }
  }

  /** Rolls back and gives the connection back. */
  void close(Connection connection) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      LOG.log(Level.DEBUG, "a transaction could not be rolled back", e);
    }
    giveBack(connection);
  }

  /** Gives a connection back as it came, after its transaction ended. */
  void giveBack(Connection connection) {
    try (connection) {
      connection.setAutoCommit(true);
    } catch (SQLException e) {
      LOG.log(Level.DEBUG, "a broken connection was given back", e);
    }
  }

  private Connection obtain() {
    try {
      return dataSource.getConnection();
    } catch (SQLException e) {
      throw SqlFailures.unavailable(e);
    }
  }

  private void prepare(Connection connection) throws SQLException {
    if (dialect == null) {
      dialect = Dialect.of(connection);
    }
    if (dialect == Dialect.POSTGRESQL) {
      Object physical = physical(connection);
      if (!prepared.containsKey(physical)) {
        prepareServer(connection);
        prepared.put(physical, true);
      }
    }
  }

  /** Once per server connection, outside a transaction: a roll-back would undo the settings. */
  private void prepareServer(Connection connection) throws SQLException {
    connection.setAutoCommit(true);
    try (var statement = connection.createStatement()) {
      statement.execute("set lock_timeout = " + lockTimeout.toMillis());
    }
  }

  /**
   * The driver's connection below the pool's. The server's copy of the driver may be another one
   * than the application's, so its classes cannot be asked for.
   */
  private static Object physical(Connection connection) throws SQLException {
    return connection.getMetaData().getConnection();
  }
}
