package flows4ee.config;

import flows4ee.oauth.DerivationLimit;
import flows4ee.oauth.OAuthModule;
import flows4ee.oauth.OAuthModule.Stores;
import flows4ee.oauth.OAuthModule.Surroundings;
import flows4ee.persistence.JpaClientRepository;
import flows4ee.persistence.JpaSigningKeyRepository;
import flows4ee.persistence.JpaTransactions;
import flows4ee.persistence.SqlSettingStore;
import flows4ee.persistence.SqlTokenStore;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * The OAuth service on an installation's database, for a program beside the server. Nothing runs in
 * the background, and declared clients are left as they are.
 */
public final class DirectOAuth {

  private DirectOAuth() {}

  /**
   * Puts the service together.
   *
   * @param reader reads {@code f4a.*} keys
   * @param dataDirectory folder of the embedded database, where the master key is kept or made
   * @throws InvalidSettingException when there is no master key
   */
  public static OAuthModule on(
      DirectDatabase database, SettingsReader reader, Optional<Path> dataDirectory) {
    var clock = Clock.systemUTC();
    var store = new SqlSettingStore(database.dataSource());
    var configuration = new RuntimeConfiguration(store, reader, clock);
    var settings = new ConfiguredOAuthSettings(reader, configuration, false);
    var transactions = new JpaTransactions(database.persistence());
    var stores =
        new Stores(
            new JpaSigningKeyRepository(transactions),
            new JpaClientRepository(transactions),
            new SqlTokenStore(database.dataSource()),
            Map::of);
    var key = MasterKeyProducer.read(reader, dataDirectory);
    var derivations = DerivationLimit.onDaemonThreads();
    return new OAuthModule(new Surroundings(settings, key, stores, derivations, clock));
  }
}
