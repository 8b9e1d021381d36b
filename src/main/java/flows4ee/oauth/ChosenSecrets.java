package flows4ee.oauth;

import flows4ee.oauth.ClientCredential.Reading;
import flows4ee.oauth.TokenStore.StoredSecret;
import java.time.Clock;

/** Checks secrets that were chosen elsewhere: slow derivations, bounded and remembered. */
final class ChosenSecrets {

  private final TokenStore store;
  private final OAuthSettings settings;
  private final DerivationLimit limit;
  private final RememberedSecrets remembered;

  ChosenSecrets(TokenStore store, OAuthSettings settings, DerivationLimit limit, Clock clock) {
    this.store = store;
    this.settings = settings;
    this.limit = limit;
    this.remembered = new RememberedSecrets(clock);
  }

  boolean matches(Reading reading, StoredSecret stored) {
    String hash = stored.hash();
    if (remembered.knows(reading.clientId(), reading.secret(), hash)) {
      return true;
    }
    boolean matches = limit.run(() -> SecretHasher.matchesChosen(reading.secret(), hash));
    if (matches) {
      remembered.remember(reading.clientId(), reading.secret(), hash);
      strengthen(reading.secret(), stored);
    }
    return matches;
  }

  /** Raises the cost of a hash that was made under a lower setting. */
  private void strengthen(String secret, StoredSecret stored) {
    int wanted = settings.tokens().pbkdf2Iterations();
    if (SecretHasher.iterations(stored.hash()).orElse(wanted) < wanted) {
      store.upgradeHash(stored.id(), stored.hash(), SecretHasher.hashChosen(secret, wanted));
    }
  }
}
