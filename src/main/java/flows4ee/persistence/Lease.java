package flows4ee.persistence;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * A connection out of the server's pool. Statements go to the driver's own connection, since a
 * pool's wrappers take a lock at every parameter and every column.
 */
final class Lease implements AutoCloseable {

  private static final Logger LOG = System.getLogger(Lease.class.getName());

  private final Connection pooled;
  private final Connection connection;

  private Lease(Connection pooled, Connection connection) {
    this.pooled = pooled;
    this.connection = connection;
  }

  /** Takes a connection; it commits every statement. */
  static Lease of(DataSource dataSource) throws SQLException {
    Connection pooled = dataSource.getConnection();
    try {
      Connection driver = pooled.getMetaData().getConnection();
      var lease = new Lease(pooled, driver == null ? pooled : driver);
      lease.commitsAlone();
      return lease;
    } catch (SQLException e) {
      pooled.close();
      throw e;
    }
  }

  /** The driver's connection. */
  Connection connection() {
    return connection;
  }

  private void commitsAlone() throws SQLException {
    if (!connection.getAutoCommit()) {
      connection.setAutoCommit(true);
    }
  }

  /** Gives the connection back as it came. */
  @Override
  public void close() {
    try (pooled) {
      commitsAlone();
    } catch (SQLException e) {
      LOG.log(Level.DEBUG, "a broken connection was given back", e);
    }
  }

  /** Tells the pool when a failure means that the connection is of no more use. */
  void noteFailure(SQLException failure) {
    if (SqlFailures.isConnectionLost(failure)) {
      try {
        connection.close();
        refuseLost();
      } catch (SQLException e) {
        LOG.log(Level.DEBUG, "a lost connection was closed", e);
      }
    }
  }

  /** The pool sees the closed connection fail, and drops it. */
  private void refuseLost() throws SQLException {
    try (Statement statement = pooled.createStatement()) {
      statement.execute("select 1");
    }
  }
}
