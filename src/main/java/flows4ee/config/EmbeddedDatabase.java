package flows4ee.config;

import flows4ee.oauth.PrivateFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;

/**
 * The H2 file database {@code flows4apex.mv.db} in the data folder: no network port, an account of
 * its own with a random password kept beside it, every commit written before it is answered. A new
 * data folder is for the server's account only.
 */
final class EmbeddedDatabase implements AutoCloseable {

  private static final int CONNECTION_WAIT_SECONDS = 2;

  private final JdbcConnectionPool pool;

  private EmbeddedDatabase(JdbcConnectionPool pool) {
    this.pool = pool;
  }

  static EmbeddedDatabase open(Path folder, DatabaseSettings settings) {
    createFolder(folder);
    var source = new JdbcDataSource();
    source.setURL(url(folder.resolve("flows4apex"), settings.lockTimeout()));
    source.setUser("flows4apex");
    source.setPassword(PrivateFile.readOrCreateRandom(folder.resolve("database.password")));
    var pool = JdbcConnectionPool.create(source);
    pool.setMaxConnections(settings.poolSize());
    pool.setLoginTimeout(CONNECTION_WAIT_SECONDS);
    return new EmbeddedDatabase(pool);
  }

  DataSource dataSource() {
    return pool;
  }

  /** Closes the idle connections; the database file is closed with the last connection. */
  @Override
  public void close() {
    pool.dispose();
  }

  private static String url(Path file, Duration lockTimeout) {
    return "jdbc:h2:file:"
        + file
        + ";DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0;LOCK_TIMEOUT="
        + lockTimeout.toMillis();
  }

  private static void createFolder(Path folder) {
    try {
      PrivateFile.createFolder(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot create the data folder " + folder, e);
    }
  }
}
