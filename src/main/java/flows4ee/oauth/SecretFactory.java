package flows4ee.oauth;

import flows4ee.oauth.NewSecret.Showing;
import flows4ee.oauth.key.SealedText;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Makes client ids and secrets, and keeps copies of secrets that are shown once later. */
public final class SecretFactory {

  private static final int CLIENT_ID_BYTES = 16;
  private static final int SECRET_BYTES = 32;

  /** The look of client ids that Flows for APEX users know. */
  private static final String CLIENT_ID_END = "..";

  private final SecretHasher hasher;
  private final SealedText handovers;
  private final OAuthSettings settings;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  public SecretFactory(
      SecretHasher hasher, MasterKey masterKey, OAuthSettings settings, Clock clock) {
    this.hasher = hasher;
    this.handovers = new SealedText(masterKey.derive("secret-handover"));
    this.settings = settings;
    this.clock = clock;
  }

  /** A secret that was just made. */
  record Made(ClientSecret row, Optional<String> plain) {}

  /** Never begins with a hyphen: command lines would take it for an option. */
  String newClientId() {
    String text = RandomText.of(random, CLIENT_ID_BYTES);
    return text.startsWith("-") ? newClientId() : text + CLIENT_ID_END;
  }

  Made generate(Showing showing) {
    String plain = RandomText.of(random, SECRET_BYTES);
    String hash = hasher.hashGenerated(plain);
    Instant now = clock.instant();
    var row = new ClientSecret(hash, ClientSecret.hintOf(plain), now);
    Duration keep = settings.tokens().handover();
    if (showing == Showing.NOW || keep.isZero()) {
      return new Made(row, Optional.of(plain));
    }
    row.keepForHandover(
        handovers.seal(plain.getBytes(StandardCharsets.UTF_8), hash), now.plus(keep));
    return new Made(row, Optional.empty());
  }

  /** A secret that was chosen elsewhere. */
  ClientSecret chosen(String secret) {
    String hash = SecretHasher.hashChosen(secret, settings.tokens().pbkdf2Iterations());
    return new ClientSecret(hash, ClientSecret.hintOf(secret), clock.instant());
  }

  /** Opens and erases the copy of a secret that waits to be shown. */
  Optional<String> takeHandover(ClientSecret secret) {
    Optional<String> sealed = secret.handover(clock.instant());
    secret.eraseHandover();
    return sealed.map(text -> open(text, secret.hash()));
  }

  private String open(String sealed, String hash) {
    try {
      return new String(handovers.open(sealed, hash), StandardCharsets.UTF_8);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A kept secret was sealed with another master key", e);
    }
  }
}
