package flows4ee.cli;

import flows4ee.json.JsonObject;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Where the commands reach clients and keys: the database, or the REST API of a running server.
 * Clients are the items of the API's {@code oauth_clients}, new ones with {@code client_secret}.
 *
 * <p>Refusals are {@link CommandException} or {@link flows4ee.oauth.ClientException}.
 */
interface ClientDoor extends AutoCloseable {

  /** What a list is limited to. */
  record Filter(
      Optional<String> name,
      Optional<String> owner,
      Optional<String> role,
      Optional<Boolean> disabled) {}

  List<JsonObject> find(Filter filter);

  JsonObject show(String clientId);

  /** Makes a client with its first secret. */
  JsonObject create(ClientChange attributes, Collection<String> roles);

  /** Takes over a client with the id and secret it has already. */
  JsonObject importClient(
      String clientId, String secret, ClientChange attributes, Collection<String> roles);

  void update(String clientId, ClientChange change);

  void setRoles(String clientId, Collection<String> roles);

  /** Adds a secret; returns its document with {@code client_secret}. */
  JsonObject rotateSecret(String clientId, Duration overlap, boolean replaceOldest);

  void revokeSecret(String clientId, long secretId);

  /** Returns how many tokens were revoked. */
  long revokeTokens(String clientId);

  void disable(String clientId, String comment);

  void enable(String clientId, String comment);

  void delete(String clientId);

  /** The published keys: {@code kid, alg, state}, where the state is known. */
  List<JsonObject> keys();

  /** Publishes a new key, which signs ten minutes later; returns its id. */
  String rotateKeys();

  void revokeKey(String kid);

  @Override
  void close();
}
