package flows4ee.oauth;

import flows4ee.oauth.ClientCredential.Reading;
import flows4ee.oauth.TokenStore.StoredSecret;
import java.time.Clock;

/** Checks secrets that were chosen elsewhere: slow derivations, remembered when they match. */
final class ChosenSecrets {

  private final TokenStore store;
  private final OAuthSettings settings;
  private final RememberedSecrets remembered;

  ChosenSecrets(TokenStore store, OAuthSettings settings, Clock clock) {
    this.store = store;
    this.settings = settings;
    this.remembered = new RememberedSecrets(clock);
  }

  /** Whether a reading matched this secret within the last minute. */
  boolean knows(Reading reading, StoredSecret stored) {
    return remembered.knows(reading.clientId(), reading.secret(), stored.hash());
  }

  /** Whether a reading matches this secret; costs one derivation. */
  boolean matches(Reading reading, StoredSecret stored) {
    boolean matches = SecretHasher.matchesChosen(reading.secret(), stored.hash());
    if (matches) {
      remembered.remember(reading.clientId(), reading.secret(), stored.hash());
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
