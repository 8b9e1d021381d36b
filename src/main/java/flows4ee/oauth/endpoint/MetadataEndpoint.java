package flows4ee.oauth.endpoint;

import flows4ee.oauth.OAuthSettings;
import flows4ee.oauth.Role;
import flows4ee.oauth.TokenIdentity;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** The authorization server's metadata (RFC 8414). */
final class MetadataEndpoint implements Endpoint {

  private final Supplier<TokenIdentity> identity;
  private final OAuthSettings settings;

  MetadataEndpoint(Supplier<TokenIdentity> identity, OAuthSettings settings) {
    this.identity = identity;
    this.settings = settings;
  }

  @Override
  public String allowed() {
    return "GET, HEAD, OPTIONS";
  }

  @Override
  public CompletionStage<EndpointAnswer> answer(EndpointRequest request) {
    String base = request.origin().base();
    JsonArray methods = authenticationMethods();
    return EndpointAnswer.json(
            200,
            Json.createObjectBuilder()
                .add("issuer", identity.get().issuer())
                .add("token_endpoint", base + "/oauth/token")
                .add("jwks_uri", base + "/oauth/jwks")
                .add("grant_types_supported", Json.createArrayBuilder().add("client_credentials"))
                .add("token_endpoint_auth_methods_supported", methods)
                .add("scopes_supported", Json.createArrayBuilder(Role.privileges()))
                .add("response_types_supported", Json.createArrayBuilder())
                .add("revocation_endpoint", base + "/oauth/revoke")
                .add("revocation_endpoint_auth_methods_supported", methods)
                .add("introspection_endpoint", base + "/oauth/introspect")
                .add("introspection_endpoint_auth_methods_supported", methods)
                .add("service_documentation", base + "/api-docs")
                .build()
                .toString())
        .now();
  }

  private JsonArray authenticationMethods() {
    List<String> methods = new ArrayList<>(List.of("client_secret_basic"));
    if (settings.tokens().clientSecretPost()) {
      methods.add("client_secret_post");
    }
    return Json.createArrayBuilder(methods).build();
  }
}
