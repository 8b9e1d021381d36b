package flows4ee.oauth;

import flows4ee.oauth.AccessTokens.ActiveToken;
import flows4ee.oauth.TokenStore.ClientCredentials;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import java.util.Map;

/** Tells clients about tokens they may know of (RFC 7662 section 2.2). */
public final class TokenIntrospection {

  private static final JsonBuilderFactory JSON =
      JsonProvider.provider().createBuilderFactory(Map.of());

  private final AccessTokens tokens;

  public TokenIntrospection(AccessTokens tokens) {
    this.tokens = tokens;
  }

  /** The members of an active token, or {@code active: false} and nothing more. */
  public JsonObject describe(String token, ClientCredentials asking) {
    return tokens
        .inspect(token)
        .filter(
            found ->
                found.token().clientId().equals(asking.clientId())
                    || asking.roles().contains(Role.ADMIN))
        .map(TokenIntrospection::active)
        .orElseGet(() -> JSON.createObjectBuilder().add("active", false).build());
  }

  private static JsonObject active(ActiveToken found) {
    VerifiedToken token = found.token();
    JsonArrayBuilder audience = JSON.createArrayBuilder();
    token.audience().forEach(audience::add);
    return JSON.createObjectBuilder()
        .add("active", true)
        .add("scope", new Scope(found.roles()).text())
        .add("client_id", token.clientId())
        .add("token_type", "bearer")
        .add("exp", token.expiresAt().getEpochSecond())
        .add("iat", token.issuedAt().getEpochSecond())
        .add("sub", token.clientId())
        .add("aud", audience)
        .add("iss", (String) token.claims().get("iss"))
        .add("jti", (String) token.claims().get("jti"))
        .build();
  }
}
