package flows4ee.config;

import flows4ee.admin.console.ConsoleModule;
import flows4ee.admin.console.ConsoleModule.Rules;
import flows4ee.admin.console.ConsoleModule.Stores;
import flows4ee.admin.console.SessionSettings;
import flows4ee.oauth.OAuthModule;
import flows4ee.persistence.JpaConsoleUserRepository;
import flows4ee.persistence.JpaTransactions;
import flows4ee.persistence.SqlSessionStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;

/** Puts the console's accounts and sessions together. */
@ApplicationScoped
public class ConsoleProducer {

  @Produces
  @Singleton
  Stores stores(JpaTransactions transactions, DataSource dataSource) {
    return new Stores(new JpaConsoleUserRepository(transactions), new SqlSessionStore(dataSource));
  }

  @Produces
  @Singleton
  ConsoleModule console(
      Stores stores, OAuthModule oauth, RuntimeConfiguration configuration, Clock clock) {
    return new ConsoleModule(
        stores,
        new Rules(
            oauth.derivations(),
            () -> configuration.integer(RuntimeKey.OAUTH_PBKDF2_ITERATIONS),
            () -> sessions(configuration)),
        clock);
  }

  private static SessionSettings sessions(RuntimeConfiguration configuration) {
    return new SessionSettings(
        Duration.ofMinutes(configuration.integer(RuntimeKey.CONSOLE_SESSION_IDLE_MINUTES)),
        Duration.ofHours(configuration.integer(RuntimeKey.CONSOLE_SESSION_HOURS)));
  }
}
