package flows4ee.rest;

import flows4ee.json.JsonArray;
import flows4ee.json.JsonObject;
import flows4ee.json.JsonString;
import flows4ee.json.JsonValue;
import flows4ee.oauth.ClientAttributes;
import flows4ee.oauth.ClientException;
import flows4ee.oauth.ClientService;
import flows4ee.oauth.Role;
import flows4ee.rest.guard.Attributes;
import flows4ee.rest.guard.RefusedException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Reads OAuth clients out of requests; the client service checks their values. */
final class ClientRequests {

  private static final int MAX_NAME = 255;
  private static final int MAX_URI = 2000;
  private static final int MAX_TEXT = 4000;

  private ClientRequests() {}

  /**
   * The attributes of a new client; they are not checked yet.
   *
   * @param owner when the request names none
   */
  static ClientAttributes create(Attributes attributes, String owner) {
    attributes.require("name", "support_email");
    ClientAttributes base =
        ClientAttributes.of(
            attributes.name("name", MAX_NAME),
            attributes.text("owner", MAX_NAME).orElse(owner),
            attributes.name("support_email", MAX_NAME));
    return edit(attributes).apply(base);
  }

  /** The change that the present attributes ask for; {@code null} clears what may be absent. */
  static UnaryOperator<ClientAttributes> edit(Attributes attributes) {
    Optional<String> name = present(attributes, "name");
    Optional<String> owner = present(attributes, "owner");
    Optional<String> email = present(attributes, "support_email");
    Optional<String> description = attributes.text("description", MAX_TEXT);
    Optional<String> supportUri = attributes.text("support_uri", MAX_URI);
    Optional<String> redirectUri = attributes.text("redirect_uri", MAX_URI);
    Optional<Instant> expiresAt = attributes.time("expires_at");
    Optional<Integer> lifetime =
        attributes.integer("token_lifetime", 60, 86_400).map(Long::intValue);
    return client -> {
      ClientAttributes edited = client;
      edited = name.map(edited::withName).orElse(edited);
      edited = owner.map(edited::withOwner).orElse(edited);
      edited = email.map(edited::withSupportEmail).orElse(edited);
      edited = attributes.has("description") ? edited.withDescription(description) : edited;
      edited = attributes.has("support_uri") ? edited.withSupportUri(supportUri) : edited;
      edited = attributes.has("redirect_uri") ? edited.withRedirectUri(redirectUri) : edited;
      edited = attributes.has("expires_at") ? edited.withExpiresAt(expiresAt) : edited;
      return attributes.has("token_lifetime") ? edited.withTokenLifetime(lifetime) : edited;
    };
  }

  /** The roles named in {@code roles}; absent is none. */
  static Set<Role> roles(JsonObject object, Attributes attributes) {
    Optional<JsonValue> given = object.find("roles");
    if (given.isEmpty()) {
      return Set.of();
    }
    boolean isTexts =
        given.get() instanceof JsonArray array
            && array.elements().stream().allMatch(JsonString.class::isInstance);
    if (!isTexts) {
      attributes.wrong("roles");
      return Set.of();
    }
    List<String> names =
        ((JsonArray) given.get())
            .elements().stream().map(name -> ((JsonString) name).text()).toList();
    return rolesOf(names);
  }

  private static Set<Role> rolesOf(List<String> names) {
    try {
      return ClientService.rolesOf(names);
    } catch (ClientException e) {
      throw RefusedException.badValue("roles");
    }
  }

  private static Optional<String> present(Attributes attributes, String name) {
    return attributes.has(name) ? Optional.of(attributes.name(name, MAX_NAME)) : Optional.empty();
  }
}
