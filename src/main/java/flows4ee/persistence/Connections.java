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

  Lease open() {
    Lease lease = obtain();
    try {
      prepare(lease.connection());
      lease.connection().setAutoCommit(false);
      return lease;
    } catch (SQLException e) {
      lease.noteFailure(e);
      lease.close();
      throw SqlFailures.translateUncommitted(e);
    }
  }

  /** Rolls back and gives the connection back. */
  void rollBack(Lease lease) {
    try {
      lease.connection().rollback();
    } catch (SQLException e) {
      lease.noteFailure(e);
      LOG.log(Level.DEBUG, "a transaction could not be rolled back", e);
    }
    lease.close();
  }

  private Lease obtain() {
    try {
      return Lease.of(dataSource);
    } catch (SQLException e) {
      throw SqlFailures.unavailable(e);
    }
  }

  private void prepare(Connection connection) throws SQLException {
    if (dialect == null) {
      dialect = Dialect.of(connection);
    }
    if (dialect == Dialect.POSTGRESQL) {
      if (!prepared.containsKey(connection)) {
        prepareServer(connection);
        prepared.put(connection, true);
      }
    }
  }

  /**
   * Once per server connection, outside a transaction: a roll-back would undo the settings. The
   * statements are few and find rows by keys, so a plan made once serves all parameters.
   */
  private void prepareServer(Connection connection) throws SQLException {
    connection.setAutoCommit(true);
    try (var statement = connection.createStatement()) {
      statement.execute(
          "set lock_timeout = %d; set plan_cache_mode = force_generic_plan"
              .formatted(lockTimeout.toMillis()));
    }
  }
}
