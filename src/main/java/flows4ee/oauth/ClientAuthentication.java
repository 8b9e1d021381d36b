package flows4ee.oauth;

import flows4ee.oauth.ClientCredential.Reading;
import flows4ee.oauth.TokenStore.ClientCredentials;
import flows4ee.oauth.TokenStore.StoredSecret;
import flows4ee.oauth.TokenStore.Use;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Checks client credentials. Every reading is checked against every live secret, an unknown or
 * disabled client costs what a wrong generated secret does, and all failures look alike.
 */
public final class ClientAuthentication {

  private final TokenStore store;
  private final SecretHasher hasher;
  private final ChosenSecrets chosen;
  private final UsageLog usage;
  private final Clock clock;

  ClientAuthentication(
      TokenStore store, SecretHasher hasher, ChosenSecrets chosen, UsageLog usage, Clock clock) {
    this.store = store;
    this.hasher = hasher;
    this.chosen = chosen;
    this.usage = usage;
    this.clock = clock;
  }

  /**
   * The client these credentials belong to.
   *
   * @throws DerivationLimit.OverloadedException when too many slow derivations are waiting
   */
  public Optional<AuthenticatedClient> authenticate(ClientCredential credential) {
    Optional<AuthenticatedClient> found = Optional.empty();
    for (Reading reading : credential.readings()) {
      Optional<AuthenticatedClient> match = check(reading);
      found = found.or(() -> match);
    }
    found.ifPresent(client -> noteUse(client, credential.address()));
    return found;
  }

  private Optional<AuthenticatedClient> check(Reading reading) {
    Optional<ClientCredentials> known = store.findCredentials(reading.clientId());
    Instant now = clock.instant();
    Optional<ClientCredentials> usable = known.filter(client -> isUsable(client, now));
    List<StoredSecret> live = usable.map(client -> live(client, now)).orElse(List.of());
    Optional<StoredSecret> match = match(reading, live);
    return match.map(secret -> new AuthenticatedClient(usable.orElseThrow(), secret));
  }

  private static boolean isUsable(ClientCredentials client, Instant now) {
    return !client.disabled() && isAhead(client.expiresAt(), now);
  }

  private static List<StoredSecret> live(ClientCredentials client, Instant now) {
    List<StoredSecret> live = new ArrayList<>(client.secrets());
    live.removeIf(secret -> !isAhead(secret.expiresAt(), now));
    return live;
  }

  private static boolean isAhead(Optional<Instant> end, Instant now) {
    return end.filter(at -> !now.isBefore(at)).isEmpty();
  }

  private Optional<StoredSecret> match(Reading reading, List<StoredSecret> live) {
    String generated = hasher.hashGenerated(reading.secret());
    Optional<StoredSecret> match = Optional.empty();
    isEqual(generated, hasher.dummy());
    for (StoredSecret secret : live) {
      boolean matches =
          SecretHasher.isChosenForm(secret.hash())
              ? chosen.matches(reading, secret)
              : isEqual(generated, secret.hash());
      match = matches ? Optional.of(secret) : match;
    }
    return match;
  }

  private static boolean isEqual(String a, String b) {
    return MessageDigest.isEqual(
        a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
  }

  private void noteUse(AuthenticatedClient client, String address) {
    usage.note(
        "secret " + client.secret().id(),
        new Use(
            clock.instant(),
            SourceAddress.truncated(address),
            client.credentials().key(),
            Optional.empty(),
            Optional.of(client.secret().id())));
  }
}
