package flows4ee.oauth;

import flows4ee.oauth.ClientRepository.ClientTransaction;
import flows4ee.oauth.NewSecret.Showing;
import flows4ee.oauth.OAuthEvent.Type;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Secrets of clients: at most two live ones each. Throws as {@link ClientService} does. */
public final class ClientSecrets {

  /** How long the old secret works beside a new one unless said otherwise. */
  public static final Duration DEFAULT_OVERLAP = Duration.ofHours(24);

  private static final int LIVE_MAX = 2;

  private final ClientService clients;
  private final SecretFactory secrets;
  private final Clock clock;

  public ClientSecrets(ClientService clients, SecretFactory secrets, Clock clock) {
    this.clients = clients;
    this.secrets = secrets;
    this.clock = clock;
  }

  /**
   * How a new secret replaces the old one.
   *
   * @param overlap how long the old one still works, 0 to 8760 hours
   * @param replaceOldest whether the oldest of two live ones is revoked; else two are a conflict
   */
  public record Rotation(Duration overlap, boolean replaceOldest, Showing showing) {}

  /** Adds a secret and lets the old one end. */
  public NewSecret rotate(String clientId, Rotation rotation, Actor actor) {
    ClientRules.checkOverlap(rotation.overlap());
    return clients.edited(clientId, (tx, client) -> rotate(tx, client, rotation, actor));
  }

  private NewSecret rotate(
      ClientTransaction tx, OAuthClient client, Rotation rotation, Actor actor) {
    Instant now = clock.instant();
    makeRoom(client, rotation, now);
    client.liveSecrets(now).forEach(old -> old.endAt(now.plus(rotation.overlap())));
    SecretFactory.Made made = secrets.generate(rotation.showing());
    client.addSecret(made.row(), clients.change(actor));
    ClientView view = clients.viewOf(tx, client);
    tx.record(clients.event(Type.SECRET_CREATED, client, actor).with(made.row().hint()));
    return new NewSecret(view, ClientView.SecretView.of(made.row()), made.plain());
  }

  private static void makeRoom(OAuthClient client, Rotation rotation, Instant now) {
    List<ClientSecret> live = client.liveSecrets(now);
    if (live.size() < LIVE_MAX) {
      return;
    }
    if (!rotation.replaceOldest()) {
      throw ClientException.conflict("Client has two live secrets");
    }
    live.get(0).revoke(now);
  }

  /** Revokes a live secret at once, the last one included. */
  public ClientView revoke(String clientId, long secretId, Actor actor) {
    return clients.edited(
        clientId,
        (tx, client) -> {
          Instant now = clock.instant();
          ClientSecret secret =
              client
                  .findSecret(secretId)
                  .filter(found -> found.isLive(now))
                  .orElseThrow(ClientException::notFound);
          secret.revoke(now);
          client.touch(clients.change(actor));
          tx.record(clients.event(Type.SECRET_REVOKED, client, actor).with(secret.hint()));
          return clients.viewOf(tx, client);
        });
  }

  /**
   * Shows a kept secret once, to the one who made the client, and erases the copy.
   *
   * @return empty when there is no copy, it is too old, or somebody else asks
   */
  public Optional<String> redeemHandover(String clientId, Actor actor) {
    return clients.edited(
        clientId,
        (tx, client) -> {
          if (!client.createdBy().equals(actor.name())) {
            return Optional.empty();
          }
          Optional<String> plain =
              client.secrets().stream()
                  .map(secrets::takeHandover)
                  .flatMap(Optional::stream)
                  .reduce((older, newer) -> newer);
          client.touch(clients.change(actor));
          plain.ifPresent(shown -> tx.record(clients.event(Type.SECRET_SHOWN, client, actor)));
          return plain;
        });
  }
}
