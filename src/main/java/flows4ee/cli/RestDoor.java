package flows4ee.cli;

import flows4ee.json.JsonArray;
import flows4ee.json.JsonNumber;
import flows4ee.json.JsonObject;
import flows4ee.json.JsonString;
import flows4ee.json.JsonValue;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Clients over the REST API of a running server, with a client that has the role Admin. */
final class RestDoor implements ClientDoor {

  private static final int PAGE = 100;
  private static final String CLIENTS = "v1/oauth_clients";

  private final RestCaller rest;

  RestDoor(RestCaller rest) {
    this.rest = rest;
  }

  @Override
  public List<JsonObject> find(Filter filter) {
    List<JsonObject> all = new ArrayList<>();
    List<JsonObject> page;
    do {
      page = items(rest.get(CLIENTS + query(filter, all.size())));
      all.addAll(page);
    } while (page.size() == PAGE);
    return all;
  }

  private static String query(Filter filter, int offset) {
    var query = new StringBuilder("?limit=" + PAGE + "&offset=" + offset);
    filter.name().ifPresent(name -> query.append("&name=").append(encode(name)));
    filter.owner().ifPresent(owner -> query.append("&owner=").append(encode(owner)));
    filter.role().ifPresent(role -> query.append("&role=").append(encode(role)));
    filter.disabled().ifPresent(disabled -> query.append("&disabled=").append(disabled));
    return query.toString();
  }

  @Override
  public JsonObject show(String clientId) {
    return only(rest.get(path(clientId)));
  }

  @Override
  public JsonObject create(ClientChange attributes, Collection<String> roles) {
    return only(rest.send("POST", CLIENTS, attributes.toJson().with("roles", texts(roles))));
  }

  @Override
  public JsonObject importClient(
      String clientId, String secret, ClientChange attributes, Collection<String> roles) {
    throw onDatabaseOnly("A client is imported");
  }

  @Override
  public void update(String clientId, ClientChange change) {
    rest.send("PUT", path(clientId), change.toJson());
  }

  @Override
  public void setRoles(String clientId, Collection<String> roles) {
    rest.send("PUT", path(clientId) + "/roles", new JsonObject(Map.of("roles", texts(roles))));
  }

  @Override
  public JsonObject rotateSecret(String clientId, Duration overlap, boolean replaceOldest) {
    var body =
        JsonObject.EMPTY
            .with("overlap_hours", JsonValue.of(overlap.toHours()))
            .with("replace_oldest", JsonValue.of(replaceOldest));
    return only(rest.send("POST", path(clientId) + "/secrets", body));
  }

  @Override
  public void revokeSecret(String clientId, long secretId) {
    rest.delete(path(clientId) + "/secrets/" + secretId);
  }

  @Override
  public long revokeTokens(String clientId) {
    Optional<JsonValue> count = rest.delete(path(clientId) + "/tokens").find("count");
    return count.map(JsonNumber.class::cast).orElseThrow().decimal().longValueExact();
  }

  @Override
  public void disable(String clientId, String comment) {
    rest.send("PUT", path(clientId) + "/disable", commented(comment));
  }

  @Override
  public void enable(String clientId, String comment) {
    rest.send("PUT", path(clientId) + "/enable", commented(comment));
  }

  private static JsonObject commented(String comment) {
    return comment.isEmpty()
        ? JsonObject.EMPTY
        : JsonObject.EMPTY.with("comment", JsonValue.of(comment));
  }

  @Override
  public void delete(String clientId) {
    rest.delete(path(clientId));
  }

  @Override
  public List<JsonObject> keys() {
    return elements(rest.getOpen("oauth/jwks"), "keys").stream()
        .map(
            key ->
                new JsonObject(
                    Map.of(
                        "kid", key.find("kid").orElseThrow(),
                        "alg", key.find("alg").orElseThrow())))
        .toList();
  }

  @Override
  public String rotateKeys() {
    throw onDatabaseOnly("Keys are rotated");
  }

  @Override
  public void revokeKey(String kid) {
    throw onDatabaseOnly("Keys are revoked");
  }

  @Override
  public void close() {
    // an HTTP client holds nothing open that the end of the program would not end
  }

  private static CommandException onDatabaseOnly(String what) {
    return new CommandException(
        ExitCode.USAGE, what + " on the database or by the management bean, not over HTTP");
  }

  private static JsonObject only(JsonObject collection) {
    return items(collection).stream()
        .findFirst()
        .orElseThrow(() -> new CommandException(ExitCode.NOT_FOUND, "Item not found"));
  }

  private static List<JsonObject> items(JsonObject collection) {
    return elements(collection, "items");
  }

  private static List<JsonObject> elements(JsonObject document, String name) {
    return ((JsonArray) document.find(name).orElseThrow())
        .elements().stream().map(JsonObject.class::cast).toList();
  }

  private static JsonArray texts(Collection<String> values) {
    return new JsonArray(values.stream().<JsonValue>map(JsonString::new).toList());
  }

  private static String path(String clientId) {
    return CLIENTS + "/" + encode(clientId);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
