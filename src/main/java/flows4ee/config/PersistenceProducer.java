package flows4ee.config;

import flows4ee.persistence.SqlTransactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.persistence.EntityManagerFactory;
import java.util.Map;
import javax.sql.DataSource;
import org.eclipse.persistence.jpa.PersistenceProvider;

/**
 * Opens the persistence unit of the administrative tables on the application's data source; work on
 * them takes part in the transaction that its thread has open.
 *
 * <p>The bundled provider is addressed directly: the servers' own providers and their JTA
 * integration stay out of the way, so that every server runs the same code.
 */
@ApplicationScoped
public class PersistenceProducer {

  private static final String UNIT = "flows4ee";

  @Produces
  @ApplicationScoped
  EntityManagerFactory entityManagerFactory(SqlTransactions transactions) {
    return open(transactions.joining());
  }

  /** Opens the persistence unit on a data source. */
  static EntityManagerFactory open(DataSource dataSource) {
    var properties =
        Map.of(
            "jakarta.persistence.nonJtaDataSource",
            dataSource,
            "eclipselink.classloader",
            PersistenceProducer.class.getClassLoader());
    var factory = new PersistenceProvider().createEntityManagerFactory(UNIT, properties);
    if (factory == null) {
      throw new IllegalStateException("Persistence unit " + UNIT + " is not in the application");
    }
    return factory;
  }

  void close(@Disposes EntityManagerFactory factory) {
    factory.close();
  }
}
