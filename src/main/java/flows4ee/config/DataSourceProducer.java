package flows4ee.config;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.util.Optional;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;

/**
 * Opens the application's data source at its first use: the server's, when {@code f4a.datasource}
 * names one, else the embedded database. Its connections take no part in JTA transactions.
 */
@ApplicationScoped
public class DataSourceProducer {

  @Inject DeploymentSettings settings;

  private Optional<EmbeddedDatabase> embedded = Optional.empty();

  @Produces
  @ApplicationScoped
  synchronized DataSource dataSource() {
    return settings.database().dataSource().map(DataSourceProducer::lookUp).orElseGet(this::open);
  }

  /** Returns the data source named for migrations, else the application's own. */
  DataSource migrationDataSource(DataSource own) {
    return settings.database().migrationDataSource().map(DataSourceProducer::lookUp).orElse(own);
  }

  @PreDestroy
  synchronized void close() {
    embedded.ifPresent(EmbeddedDatabase::close);
  }

  private DataSource open() {
    var database = EmbeddedDatabase.open(settings.dataDirectory(), settings.database());
    embedded = Optional.of(database);
    return database.dataSource();
  }

  private static DataSource lookUp(String name) {
    try {
      return InitialContext.doLookup(name);
    } catch (NamingException e) {
      throw new IllegalStateException("The server has no data source " + name, e);
    }
  }
}
