package flows4ee.oauth;

import flows4ee.oauth.ClientClaim.Candidate;
import flows4ee.oauth.ClientClaim.State;
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
import java.util.stream.Stream;

/**
 * Checks client credentials, in two steps of which only the second may be slow. Every reading is
 * checked against every live secret, an unknown or disabled client costs what a wrong generated
 * secret does, and all failures look alike.
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

  /** Looks up what these credentials have to match. */
  public ClientClaim claim(ClientCredential credential) {
    List<Candidate> candidates = new ArrayList<>();
    for (Reading reading : credential.readings()) {
      candidates.addAll(candidates(reading));
    }
    return new ClientClaim(candidates, credential.address());
  }

  /** The client that a claim is true of; takes the slow derivations that the claim needs. */
  public Optional<AuthenticatedClient> verify(ClientClaim claim) {
    Optional<AuthenticatedClient> found = Optional.empty();
    for (Candidate candidate : claim.candidates()) {
      boolean matches = matches(candidate);
      found = found.or(() -> Optional.of(candidate.authenticated()).filter(client -> matches));
    }
    found.ifPresent(client -> noteUse(client, claim.address()));
    return found;
  }

  private boolean matches(Candidate candidate) {
    return candidate.state() == State.OPEN
        ? chosen.matches(candidate.reading(), candidate.secret())
        : candidate.state() == State.MATCHES;
  }

  private List<Candidate> candidates(Reading reading) {
    Optional<ClientCredentials> known = store.findCredentials(reading.clientId());
    Instant now = clock.instant();
    String generated = hasher.hashGenerated(reading.secret());
    isEqual(generated, hasher.dummy());
    return known.filter(client -> isUsable(client, now)).stream()
        .flatMap(client -> candidates(reading, generated, client))
        .filter(candidate -> isAhead(candidate.secret().expiresAt(), now))
        .toList();
  }

  private Stream<Candidate> candidates(
      Reading reading, String generated, ClientCredentials client) {
    return client.secrets().stream()
        .map(secret -> new Candidate(reading, client, secret, state(reading, generated, secret)));
  }

  private static boolean isUsable(ClientCredentials client, Instant now) {
    return !client.disabled() && isAhead(client.expiresAt(), now);
  }

  private static boolean isAhead(Optional<Instant> end, Instant now) {
    return end.filter(at -> !now.isBefore(at)).isEmpty();
  }

  private State state(Reading reading, String generated, StoredSecret secret) {
    if (SecretHasher.isChosenForm(secret.hash())) {
      return chosen.knows(reading, secret) ? State.MATCHES : State.OPEN;
    }
    return isEqual(generated, secret.hash()) ? State.MATCHES : State.DIFFERS;
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
