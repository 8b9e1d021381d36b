package flows4ee.config;

import jakarta.persistence.EntityManagerFactory;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The database of an installation, opened by a program beside the server: its schema is brought up
 * to date. The embedded database can be opened only while the server is stopped.
 */
public final class DirectDatabase implements AutoCloseable {

  private static final Duration LOCK_TIMEOUT = Duration.ofSeconds(2);
  private static final int POOL_SIZE = 4;

  private final DataSource dataSource;
  private final EntityManagerFactory persistence;
  private final Runnable closing;

  private DirectDatabase(DataSource dataSource, Runnable closing) throws SQLException {
    this.dataSource = dataSource;
    this.closing = closing;
    new SchemaMigration(dataSource).run(MigrationMode.AUTO);
    this.persistence = PersistenceProducer.open(dataSource);
  }

  /** Opens the embedded database in a data folder, making it if need be. */
  public static DirectDatabase embedded(Path dataDirectory) throws SQLException {
    var settings =
        new DatabaseSettings(
            Optional.empty(), Optional.empty(), MigrationMode.AUTO, LOCK_TIMEOUT, POOL_SIZE);
    var database = EmbeddedDatabase.open(dataDirectory, settings);
    return new DirectDatabase(database.dataSource(), database::close);
  }

  /** Opens a database server's database. */
  public static DirectDatabase at(String jdbcUrl, String user, String password)
      throws SQLException {
    return new DirectDatabase(new DriverDataSource(jdbcUrl, user, password), () -> {});
  }

  public DataSource dataSource() {
    return dataSource;
  }

  public EntityManagerFactory persistence() {
    return persistence;
  }

  @Override
  public void close() {
    persistence.close();
    closing.run();
  }
}
