package flows4ee.config;

import flows4ee.oauth.ClientSecrets;
import flows4ee.oauth.ClientService;
import flows4ee.oauth.DerivationLimit;
import flows4ee.oauth.MasterKey;
import flows4ee.oauth.OAuthModule;
import flows4ee.oauth.OAuthModule.Stores;
import flows4ee.oauth.OAuthModule.Surroundings;
import flows4ee.oauth.OAuthSettings;
import flows4ee.persistence.JpaClientRepository;
import flows4ee.persistence.JpaSigningKeyRepository;
import flows4ee.persistence.JpaTransactions;
import flows4ee.persistence.SqlTokenStore;
import flows4ee.persistence.SqlTransactions;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManagerFactory;
import java.time.Clock;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;

/** Puts the OAuth service together. */
@ApplicationScoped
public class OAuthProducers {

  @Resource ManagedThreadFactory threads;

  @Produces
  @Singleton
  ConfiguredOAuthSettings configured(
      SettingsReader reader, RuntimeConfiguration configuration, DeploymentSettings deployment) {
    return new ConfiguredOAuthSettings(reader, configuration, deployment.database().isEmbedded());
  }

  @Produces
  @Singleton
  JpaTransactions transactions(EntityManagerFactory factory, SqlTransactions transactions) {
    return new JpaTransactions(factory, transactions::whenEnded);
  }

  @Produces
  @Singleton
  Stores stores(JpaTransactions transactions, DataSource dataSource) {
    return new Stores(
        new JpaSigningKeyRepository(transactions),
        new JpaClientRepository(transactions),
        new SqlTokenStore(dataSource),
        new DeclaredClientSource(() -> ConfigProvider.getConfig().getConfigSources()));
  }

  @Produces
  @Singleton
  OAuthModule oauth(OAuthSettings settings, MasterKey masterKey, Stores stores, Clock clock) {
    var derivations = new DerivationLimit(threads);
    return new OAuthModule(new Surroundings(settings, masterKey, stores, derivations, clock));
  }

  @Produces
  @Singleton
  ClientService clients(OAuthModule oauth) {
    return oauth.clients();
  }

  @Produces
  @Singleton
  ClientSecrets secrets(OAuthModule oauth) {
    return oauth.clientSecrets();
  }
}
