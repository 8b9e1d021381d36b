package flows4ee.cli;

import flows4ee.json.JsonObject;
import flows4ee.json.JsonValue;
import flows4ee.oauth.ClientAttributes;
import flows4ee.rest.wire.Timestamps;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that set attributes of a client; an empty text clears what may be absent. */
final class ClientChange {

  @Option(names = "--name", description = "Name, unique among the clients.")
  String name;

  @Option(names = "--owner", description = "Who answers for the client.")
  String owner;

  @Option(names = "--support-email", description = "Address for questions about the client.")
  String supportEmail;

  @Option(names = "--description", description = "What the client is for.")
  String description;

  @Option(names = "--support-uri", description = "Web page for questions about the client.")
  String supportUri;

  @Option(names = "--redirect-uri", description = "Kept as a note; this grant does not use it.")
  String redirectUri;

  @Option(
      names = "--expires-at",
      description = "When the client ends, such as 2030-01-31T00:00:00Z.")
  Instant expiresAt;

  @Option(names = "--token-lifetime", description = "Life of its tokens in seconds, 60 to 86400.")
  Integer tokenLifetime;

  /** The attributes of a new client. */
  ClientAttributes attributes(String otherwiseOwner) {
    return edit(ClientAttributes.of(name, otherwiseOwner, supportEmail));
  }

  /** The attributes with those given here. */
  ClientAttributes edit(ClientAttributes client) {
    ClientAttributes edited = client;
    edited = name == null ? edited : edited.withName(name);
    edited = owner == null ? edited : edited.withOwner(owner);
    edited = supportEmail == null ? edited : edited.withSupportEmail(supportEmail);
    edited = description == null ? edited : edited.withDescription(text(description));
    edited = supportUri == null ? edited : edited.withSupportUri(text(supportUri));
    edited = redirectUri == null ? edited : edited.withRedirectUri(text(redirectUri));
    edited = expiresAt == null ? edited : edited.withExpiresAt(Optional.of(expiresAt));
    return tokenLifetime == null ? edited : edited.withTokenLifetime(Optional.of(tokenLifetime));
  }

  /** The same as a body for the REST API. */
  JsonObject toJson() {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    put(members, "name", name);
    put(members, "owner", owner);
    put(members, "support_email", supportEmail);
    put(members, "description", description);
    put(members, "support_uri", supportUri);
    put(members, "redirect_uri", redirectUri);
    put(members, "expires_at", expiresAt == null ? null : Timestamps.format(expiresAt));
    if (tokenLifetime != null) {
      members.put("token_lifetime", JsonValue.of(tokenLifetime));
    }
    return new JsonObject(members);
  }

  private static void put(Map<String, JsonValue> members, String key, String value) {
    if (value != null) {
      members.put(key, JsonValue.of(text(value).orElse(null)));
    }
  }

  private static Optional<String> text(String value) {
    return Optional.of(value).filter(given -> !given.isEmpty());
  }
}
