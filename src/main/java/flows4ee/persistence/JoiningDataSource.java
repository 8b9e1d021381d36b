package flows4ee.persistence;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * A data source whose connections take part in the transaction that the calling thread has open;
 * without one they are the pool's.
 */
final class JoiningDataSource implements DataSource {

  private final DataSource pool;
  private final Supplier<Optional<Session>> open;

  JoiningDataSource(DataSource pool, Supplier<Optional<Session>> open) {
    this.pool = pool;
    this.open = open;
  }

  @Override
  public Connection getConnection() throws SQLException {
    Optional<Session> session = open.get();
    return session.isPresent() ? JoinedConnection.of(session.get()) : pool.getConnection();
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    Optional<Session> session = open.get();
    return session.isPresent()
        ? JoinedConnection.of(session.get())
        : pool.getConnection(user, password);
  }

  @Override
  public PrintWriter getLogWriter() throws SQLException {
    return pool.getLogWriter();
  }

  @Override
  public void setLogWriter(PrintWriter out) throws SQLException {
    pool.setLogWriter(out);
  }

  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    pool.setLoginTimeout(seconds);
  }

  @Override
  public int getLoginTimeout() throws SQLException {
    return pool.getLoginTimeout();
  }

  @Override
  public Logger getParentLogger() {
    return Logger.getLogger(JoiningDataSource.class.getName());
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return type.isInstance(this) ? type.cast(this) : pool.unwrap(type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) throws SQLException {
    return type.isInstance(this) || pool.isWrapperFor(type);
  }
}
