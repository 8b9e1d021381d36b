package flows4ee.cli;

import flows4ee.config.DirectDatabase;
import flows4ee.json.JsonObject;
import flows4ee.json.JsonReader;
import flows4ee.json.JsonValue;
import flows4ee.json.JsonWriter;
import flows4ee.oauth.Actor;
import flows4ee.oauth.ClientException;
import flows4ee.oauth.ClientFilter;
import flows4ee.oauth.ClientSecrets.Rotation;
import flows4ee.oauth.ClientService;
import flows4ee.oauth.ClientService.ExistingCredentials;
import flows4ee.oauth.ClientView;
import flows4ee.oauth.NewSecret;
import flows4ee.oauth.NewSecret.Showing;
import flows4ee.oauth.OAuthModule;
import flows4ee.oauth.key.SigningKey;
import flows4ee.rest.wire.ClientDocument;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** Clients and keys in the database, through the same service as the other doors. */
final class DatabaseDoor implements ClientDoor {

  private static final Actor OPERATOR = Actor.operator("flowsctl");

  private final DirectDatabase database;
  private final OAuthModule oauth;

  /** Takes over the database: it is closed with this door. */
  DatabaseDoor(DirectDatabase database, OAuthModule oauth) {
    this.database = database;
    this.oauth = oauth;
  }

  @Override
  public List<JsonObject> find(Filter filter) {
    List<String> role = filter.role().stream().toList();
    var wanted =
        new ClientFilter(
            filter.name().stream().toList(),
            filter.owner().stream().toList(),
            List.copyOf(ClientService.rolesOf(role)),
            filter.disabled());
    return clients().findClients(wanted).stream().map(DatabaseDoor::document).toList();
  }

  @Override
  public JsonObject show(String clientId) {
    return document(clients().findClient(clientId).orElseThrow(ClientException::notFound));
  }

  @Override
  public JsonObject create(ClientChange attributes, Collection<String> roles) {
    NewSecret made =
        clients()
            .create(
                attributes.attributes(OPERATOR.name()),
                ClientService.rolesOf(roles),
                Showing.NOW,
                OPERATOR);
    return written(out -> ClientDocument.writeNew(out, made.client(), made.plain().orElseThrow()));
  }

  @Override
  public JsonObject importClient(
      String clientId, String secret, ClientChange attributes, Collection<String> roles) {
    return document(
        clients()
            .importClient(
                new ExistingCredentials(clientId, secret),
                attributes.attributes(OPERATOR.name()),
                ClientService.rolesOf(roles),
                OPERATOR));
  }

  @Override
  public void update(String clientId, ClientChange change) {
    clients().update(clientId, change::edit, OPERATOR);
  }

  @Override
  public void setRoles(String clientId, Collection<String> roles) {
    clients().setRoles(clientId, ClientService.rolesOf(roles), OPERATOR);
  }

  @Override
  public JsonObject rotateSecret(String clientId, Duration overlap, boolean replaceOldest) {
    var rotation = new Rotation(overlap, replaceOldest, Showing.NOW);
    NewSecret made = oauth.clientSecrets().rotate(clientId, rotation, OPERATOR);
    return written(
        out -> {
          out.beginObject();
          ClientDocument.members(out, made.secret());
          out.name("client_secret").value(made.plain().orElseThrow()).endObject();
        });
  }

  @Override
  public void revokeSecret(String clientId, long secretId) {
    oauth.clientSecrets().revoke(clientId, secretId, OPERATOR);
  }

  @Override
  public long revokeTokens(String clientId) {
    return clients().revokeTokens(clientId, OPERATOR);
  }

  @Override
  public void disable(String clientId, String comment) {
    clients().disable(clientId, comment, OPERATOR);
  }

  @Override
  public void enable(String clientId, String comment) {
    clients().enable(clientId, comment, OPERATOR);
  }

  @Override
  public void delete(String clientId) {
    clients().delete(clientId, OPERATOR);
  }

  @Override
  public List<JsonObject> keys() {
    oauth.keys().reload();
    return oauth.keys().published().stream().map(DatabaseDoor::document).toList();
  }

  @Override
  public String rotateKeys() {
    return oauth.keyAdministration().rotate(OPERATOR);
  }

  @Override
  public void revokeKey(String kid) {
    if (!oauth.keyAdministration().revoke(kid, OPERATOR)) {
      throw new CommandException(ExitCode.NOT_FOUND, "No key " + kid);
    }
  }

  @Override
  public void close() {
    database.close();
  }

  private ClientService clients() {
    return oauth.clients();
  }

  private static JsonObject document(ClientView client) {
    return written(out -> ClientDocument.write(out, client));
  }

  private static JsonObject document(SigningKey key) {
    return new JsonObject(
        Map.of(
            "kid", JsonValue.of(key.kid()),
            "alg", JsonValue.of(key.algorithm().name()),
            "state", JsonValue.of(key.state().name().toLowerCase(Locale.ROOT))));
  }

  private static JsonObject written(Consumer<JsonWriter> document) {
    var out = new JsonWriter();
    document.accept(out);
    return (JsonObject) JsonReader.parse(out.toString());
  }
}
