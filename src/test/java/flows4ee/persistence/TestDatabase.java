package flows4ee.persistence;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManagerFactory;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.persistence.jpa.PersistenceProvider;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.postgresql.ds.PGConnectionPoolDataSource;

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
        .table("flow_schema_history")
        .load()
        .migrate();
    this.factory = factory(dataSource);
  }

  private static EntityManagerFactory factory(DataSource dataSource) {
    return new PersistenceProvider()
        .createEntityManagerFactory(
            "flows4ee",
            // factories of one session name share a session, and so its data source
            Map.of(
                "jakarta.persistence.nonJtaDataSource",
                dataSource,
                "eclipselink.session-name",
                UUID.randomUUID().toString()));
  }

  /** An own, empty H2 database in memory. */
  public static TestDatabase h2() {
    var pool =
        JdbcConnectionPool.create(
            "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "test", "test");
    pool.setMaxConnections(20);
    return new TestDatabase(pool, "h2", pool::dispose);
  }

  /** An own, empty database of the one PostgreSQL server of this JVM. */
  public static TestDatabase postgresql() {
    String name = "test_" + UUID.randomUUID().toString().replace("-", "");
    try (var connection = Server.POSTGRES.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    var source = new PGConnectionPoolDataSource();
    source.setUrl(Server.POSTGRES.getJdbcUrl("postgres", name));
    var pool = JdbcConnectionPool.create(source);
    pool.setMaxConnections(20);
    return new TestDatabase(pool, "postgresql", pool::dispose);
  }

  /** Started at first use; it ends with the JVM. */
  private static final class Server {

    static final EmbeddedPostgres POSTGRES = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder().start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  public DataSource dataSource() {
    return dataSource;
  }

  public JpaTransactions transactions() {
    return new JpaTransactions(factory);
  }

  /** Transactions that take part in those that a thread has open. */
  JpaTransactions joining(SqlTransactions transactions) {
    return new JpaTransactions(factory(transactions.joining()), transactions::whenEnded);
  }

  @Override
  public void close() throws IOException {
    factory.close();
    server.close();
  }
}
