package flows4ee.persistence;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManagerFactory;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.persistence.jpa.PersistenceProvider;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.postgresql.ds.PGSimpleDataSource;

/** A migrated database for one test class. */
public final class TestDatabase implements Closeable {

  private final DataSource dataSource;
  private final EntityManagerFactory factory;
  private final Closeable server;

  private TestDatabase(DataSource dataSource, String vendor, Closeable server) {
    this.dataSource = dataSource;
    this.server = server;
    Flyway.configure()
        .dataSource(dataSource)
        .locations("classpath:db/migration/" + vendor)
        .load()
        .migrate();
    this.factory =
        new PersistenceProvider()
            .createEntityManagerFactory(
                "flows4ee", Map.of("jakarta.persistence.nonJtaDataSource", dataSource));
  }

  /** An own, empty H2 database in memory. */
  public static TestDatabase h2() {
    var pool =
        JdbcConnectionPool.create(
            "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "test", "test");
    pool.setMaxConnections(20);
    return new TestDatabase(pool, "h2", pool::dispose);
  }

  /** An own PostgreSQL server. */
  public static TestDatabase postgresql() {
    try {
      EmbeddedPostgres server = EmbeddedPostgres.builder().start();
      var source = (PGSimpleDataSource) server.getPostgresDatabase();
      return new TestDatabase(source, "postgresql", server);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public DataSource dataSource() {
    return dataSource;
  }

  public JpaTransactions transactions() {
    return new JpaTransactions(factory);
  }

  @Override
  public void close() throws IOException {
    factory.close();
    server.close();
  }
}
