package flows4ee.oauth;

import flows4ee.oauth.ClientRepository.ClientTransaction;
import flows4ee.oauth.ClientRepository.Revocation;
import flows4ee.oauth.NewSecret.Showing;
import flows4ee.oauth.OAuthClient.Change;
import flows4ee.oauth.OAuthEvent.Type;
import java.time.Clock;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The life of clients, the same behind web page, REST, management bean and command line; secrets
 * are the matter of {@link ClientSecrets}. Every change is one transaction with its audit event and
 * acts on the next request.
 *
 * <p>All methods throw {@link ClientException}: NOT_FOUND for an unknown client, INVALID for a bad
 * attribute, FORBIDDEN when the actor gives roles it does not hold, CONFLICT for a name in use, a
 * client that the server's configuration manages, or a client that acts on itself.
 */
public final class ClientService {

  private final ClientRepository repository;
  private final SecretFactory secrets;
  private final Runnable afterChange;
  private final Clock clock;

  /**
   * @param afterChange runs after each committed change, so that remembered states are dropped
   */
  public ClientService(
      ClientRepository repository, SecretFactory secrets, Runnable afterChange, Clock clock) {
    this.repository = repository;
    this.secrets = secrets;
    this.afterChange = afterChange;
    this.clock = clock;
  }

  /** The clients by name, deleted ones left out. */
  public List<ClientView> findClients(ClientFilter filter) {
    return repository.inTransaction(
        tx -> tx.find(filter).stream().map(c -> ClientView.of(c, clock.instant())).toList());
  }

  public Optional<ClientView> findClient(String clientId) {
    return repository.inTransaction(
        tx -> tx.findByClientId(clientId).map(c -> ClientView.of(c, clock.instant())));
  }

  /** The roles with these names; INVALID for an unknown one. */
  public static Set<Role> rolesOf(Collection<String> names) {
    return ClientRules.roles(names);
  }

  /** Makes a client with its first secret. */
  public NewSecret create(
      ClientAttributes attributes, Set<Role> roles, Showing showing, Actor actor) {
    ClientRules.check(attributes);
    return changed(
        tx -> {
          SecretFactory.Made made = secrets.generate(showing);
          OAuthClient client = add(tx, secrets.newClientId(), attributes, roles, actor);
          client.addSecret(made.row(), change(actor));
          ClientView view = viewOf(tx, client);
          return new NewSecret(view, ClientView.SecretView.of(made.row()), made.plain());
        });
  }

  /** Takes over a client that exists elsewhere with its id and secret. */
  public ClientView importClient(
      ExistingCredentials existing, ClientAttributes attributes, Set<Role> roles, Actor actor) {
    ClientRules.check(attributes);
    ClientRules.checkClientId(existing.clientId());
    ClientRules.checkSecret(existing.secret());
    ClientSecret secret = secrets.chosen(existing.secret());
    return changed(
        tx -> {
          OAuthClient client = add(tx, existing.clientId(), attributes, roles, actor);
          client.addSecret(secret, change(actor));
          return viewOf(tx, client);
        });
  }

  /** Id and secret that a client has already. */
  public record ExistingCredentials(String clientId, String secret) {

    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
      return "ExistingCredentials[" + clientId + "]";
    }
  }

  private OAuthClient add(
      ClientTransaction tx,
      String clientId,
      ClientAttributes attributes,
      Set<Role> roles,
      Actor actor) {
    requireGrantable(roles, actor);
    if (tx.findByName(attributes.name()).isPresent() || tx.isClientIdTaken(clientId)) {
      throw ClientException.conflict("Client already exists");
    }
    var client = new OAuthClient(clientId, attributes, change(actor));
    client.assignRoles(roles, change(actor));
    tx.add(client);
    tx.record(event(Type.CLIENT_CREATED, client, actor).with(Role.namesOf(roles).toString()));
    return client;
  }

  /** Changes attributes; {@code edit} gets the present ones. */
  public ClientView update(String clientId, UnaryOperator<ClientAttributes> edit, Actor actor) {
    return edited(
        clientId,
        (tx, client) -> {
          ClientAttributes wanted = edit.apply(client.attributes());
          ClientRules.check(wanted);
          requireFreeName(tx, client, wanted.name());
          client.update(wanted, change(actor));
          tx.record(event(Type.UPDATED, client, actor));
          return viewOf(tx, client);
        });
  }

  private static void requireFreeName(ClientTransaction tx, OAuthClient client, String name) {
    boolean taken = tx.findByName(name).filter(other -> other.id() != client.id()).isPresent();
    if (taken) {
      throw ClientException.conflict("Client already exists");
    }
  }

  /** Replaces the set of roles. */
  public ClientView setRoles(String clientId, Set<Role> roles, Actor actor) {
    return edited(
        clientId,
        (tx, client) -> {
          requireOther(client, actor);
          Set<Role> added = EnumSet.noneOf(Role.class);
          added.addAll(roles);
          added.removeAll(client.roles());
          requireGrantable(added, actor);
          client.assignRoles(roles, change(actor));
          tx.record(event(Type.ROLES_CHANGED, client, actor).with(Role.namesOf(roles).toString()));
          return viewOf(tx, client);
        });
  }

  /** Makes the client get no tokens and its tokens fail, until it is enabled again. */
  public ClientView disable(String clientId, String reason, Actor actor) {
    ClientRules.checkComment(reason);
    return edited(
        clientId,
        (tx, client) -> {
          requireOther(client, actor);
          client.disable(reason, change(actor));
          tx.record(event(Type.DISABLED, client, actor).with(reason));
          return viewOf(tx, client);
        });
  }

  /** Makes the client and its tokens that were not revoked work again. */
  public ClientView enable(String clientId, Actor actor) {
    return enable(clientId, "", actor);
  }

  /** The same with a remark for the audit. */
  public ClientView enable(String clientId, String remark, Actor actor) {
    ClientRules.checkComment(remark);
    return edited(
        clientId,
        (tx, client) -> {
          client.enable(change(actor));
          OAuthEvent event = event(Type.ENABLED, client, actor);
          tx.record(remark.isEmpty() ? event : event.with(remark));
          return viewOf(tx, client);
        });
  }

  /** Revokes tokens, removes secrets and roles, frees the name; the id is never used again. */
  public void delete(String clientId, Actor actor) {
    edited(
        clientId,
        (tx, client) -> {
          requireOther(client, actor);
          tx.revokeTokens(client, new Revocation(clock.instant(), actor.name(), "Client deleted"));
          client.delete(change(actor));
          tx.record(event(Type.DELETED, client, actor));
          return client;
        });
  }

  /** Revokes all open tokens of a client and returns how many; managed clients included. */
  public int revokeTokens(String clientId, Actor actor) {
    return changed(
        tx -> {
          OAuthClient client = find(tx, clientId);
          int count =
              tx.revokeTokens(
                  client, new Revocation(clock.instant(), actor.name(), "Revoked by operator"));
          tx.record(event(Type.TOKEN_REVOKED, client, actor).with(count + " tokens"));
          return count;
        });
  }

  <T> T edited(String clientId, BiFunction<ClientTransaction, OAuthClient, T> work) {
    return changed(
        tx -> {
          OAuthClient client = find(tx, clientId);
          if (client.isManaged()) {
            throw ClientException.conflict("Client is managed by the server");
          }
          return work.apply(tx, client);
        });
  }

  <T> T changed(Function<ClientTransaction, T> work) {
    T result = repository.inTransaction(work);
    repository.whenEnded(afterChange);
    return result;
  }

  static OAuthClient find(ClientTransaction tx, String clientId) {
    return tx.findByClientId(clientId).orElseThrow(ClientException::notFound);
  }

  /** The client as it is stored at the end of the transaction. */
  ClientView viewOf(ClientTransaction tx, OAuthClient client) {
    tx.flush();
    return ClientView.of(client, clock.instant());
  }

  Change change(Actor actor) {
    return new Change(clock.instant(), actor.name());
  }

  OAuthEvent event(Type type, OAuthClient client, Actor actor) {
    return new OAuthEvent(type, clock.instant(), actor).about(client.clientId());
  }

  private static void requireGrantable(Set<Role> roles, Actor actor) {
    if (!actor.grantable().containsAll(roles)) {
      throw ClientException.forbidden();
    }
  }

  private static void requireOther(OAuthClient client, Actor actor) {
    if (actor.is(client)) {
      throw ClientException.conflict("A client may not do this to itself");
    }
  }
}
