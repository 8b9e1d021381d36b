package flows4ee.oauth;

import flows4ee.oauth.ClientRepository.ClientTransaction;
import flows4ee.oauth.OAuthClient.Change;
import flows4ee.oauth.OAuthEvent.Type;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Keeps the clients that the server's configuration declares ({@code f4a.clients.<name>.*}) in the
 * table. A vanished declaration disables its client; a name taken by another client is refused with
 * a log line.
 */
public final class DeclaredClients {

  private static final Logger LOG = Logger.getLogger(DeclaredClients.class.getName());
  private static final Actor SERVER = Actor.operator("server");
  private static final String NO_HINT = "-";
  private static final String VANISHED = "No longer declared by the server";

  private final Supplier<Map<String, Declaration>> source;
  private final ClientRepository repository;
  private final Runnable afterChange;
  private final Clock clock;
  private Map<String, Declaration> applied = Map.of();
  private boolean first = true;

  /**
   * @param source the declarations as they are now, by client name
   */
  public DeclaredClients(
      Supplier<Map<String, Declaration>> source,
      ClientRepository repository,
      Runnable afterChange,
      Clock clock) {
    this.source = source;
    this.repository = repository;
    this.afterChange = afterChange;
    this.clock = clock;
  }

  /**
   * What the configuration says about one client.
   *
   * @param secretHash PBKDF2 form; none leaves the client without secret
   */
  public record Declaration(
      Set<Role> roles,
      Optional<String> secretHash,
      String owner,
      String supportEmail,
      boolean disabled) {}

  /** Brings the table in line when declarations changed since the last time. */
  public synchronized void reconcile() {
    Map<String, Declaration> declared = source.get();
    if (!first && declared.equals(applied)) {
      return;
    }
    Map<String, Declaration> now = new HashMap<>(declared);
    now.forEach(this::apply);
    disableVanished(now.keySet());
    applied = now;
    first = false;
    afterChange.run();
  }

  private void apply(String name, Declaration declaration) {
    try {
      ClientRules.checkClientId(name);
      ClientRules.check(attributes(name, declaration));
      repository.inTransaction(
          tx -> {
            apply(tx, name, declaration);
            return null;
          });
    } catch (ClientException e) {
      LOG.log(
          Level.WARNING,
          "Declared client {0} is refused: {1} {2}",
          new Object[] {name, e.getMessage(), e.attribute()});
    }
  }

  private void apply(ClientTransaction tx, String name, Declaration declaration) {
    Optional<OAuthClient> known = tx.findByClientId(name).filter(OAuthClient::isManaged);
    boolean taken =
        known.isEmpty() && (tx.findByName(name).isPresent() || tx.isClientIdTaken(name));
    if (taken) {
      throw ClientException.conflict("The name is taken by another client");
    }
    if (known.isPresent()) {
      update(tx, known.get(), declaration);
    } else {
      create(tx, name, declaration);
    }
  }

  private void create(ClientTransaction tx, String name, Declaration declaration) {
    var client = new OAuthClient(name, attributes(name, declaration), change());
    client.manage();
    align(client, declaration);
    tx.add(client);
    tx.record(event(Type.CLIENT_CREATED, client));
  }

  private void update(ClientTransaction tx, OAuthClient client, Declaration declaration) {
    if (!isAligned(client, declaration)) {
      client.update(attributes(client.clientId(), declaration), change());
      align(client, declaration);
      tx.record(event(Type.UPDATED, client));
    }
  }

  private boolean isAligned(OAuthClient client, Declaration declaration) {
    return client.attributes().equals(attributes(client.clientId(), declaration))
        && client.roles().equals(declaration.roles())
        && client.isDisabled() == declaration.disabled()
        && liveHashes(client).equals(hashes(declaration));
  }

  private void align(OAuthClient client, Declaration declaration) {
    client.assignRoles(declaration.roles(), change());
    if (declaration.disabled()) {
      client.disable("Disabled by the server", change());
    } else {
      client.enable(change());
    }
    if (!liveHashes(client).equals(hashes(declaration))) {
      client.liveSecrets(clock.instant()).forEach(old -> old.revoke(clock.instant()));
      declaration
          .secretHash()
          .ifPresent(
              hash -> client.addSecret(new ClientSecret(hash, NO_HINT, clock.instant()), change()));
    }
  }

  private Set<String> liveHashes(OAuthClient client) {
    Set<String> hashes = new HashSet<>();
    client.liveSecrets(clock.instant()).forEach(secret -> hashes.add(secret.hash()));
    return hashes;
  }

  private static Set<String> hashes(Declaration declaration) {
    return declaration.secretHash().map(Set::of).orElse(Set.of());
  }

  private void disableVanished(Set<String> declared) {
    repository.inTransaction(
        tx -> {
          tx.find(ClientFilter.ALL).stream()
              .filter(client -> client.isManaged() && !client.isDisabled())
              .filter(client -> !declared.contains(client.clientId()))
              .forEach(client -> disable(tx, client));
          return null;
        });
  }

  private void disable(ClientTransaction tx, OAuthClient client) {
    client.disable(VANISHED, change());
    tx.record(event(Type.DISABLED, client).with(VANISHED));
  }

  private static ClientAttributes attributes(String name, Declaration declaration) {
    return ClientAttributes.of(name, declaration.owner(), declaration.supportEmail());
  }

  private OAuthEvent event(Type type, OAuthClient client) {
    return new OAuthEvent(type, clock.instant(), SERVER).about(client.clientId());
  }

  private Change change() {
    return new Change(clock.instant(), SERVER.name());
  }
}
