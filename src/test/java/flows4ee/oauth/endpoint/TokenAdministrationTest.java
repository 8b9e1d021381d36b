package flows4ee.oauth.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import flows4ee.oauth.NewSecret;
import flows4ee.oauth.OAuthFixture;
import flows4ee.oauth.Role;
import flows4ee.oauth.TestSettings;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Revocation, introspection, key set and metadata. */
class TokenAdministrationTest {

  private static OAuthFixture oauth;

  @BeforeAll
  static void open() {
    oauth = OAuthFixture.onH2();
  }

  @AfterAll
  static void close() throws IOException {
    oauth.close();
  }

  private static EndpointCall revoke(String token) {
    return EndpointCall.to("/oauth/revoke", oauth.module()).form("token=" + token);
  }

  private static EndpointCall introspect(String token) {
    return EndpointCall.to("/oauth/introspect", oauth.module()).form("token=" + token);
  }

  private static EndpointAnswer get(String path) {
    return EndpointCall.to(path, oauth.module()).method("GET").contentType(null).send();
  }

  private static JsonObject json(EndpointAnswer answer) {
    assertThat(answer.status()).isEqualTo(200);
    try (var reader = Json.createReader(new StringReader(answer.body()))) {
      return reader.readObject();
    }
  }

  @Test
  void shouldRevokeAnOwnTokenAtOnce_SEC_REV_1() {
    // given
    NewSecret client = oauth.createClient(Role.READ);
    String token = oauth.tokenOf(client);
    assertThat(oauth.check(token)).isPresent();
    // when
    EndpointAnswer answer = revoke(token + "&token_type_hint=access_token").basic(client).send();
    // then
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
    assertThat(oauth.check(token)).isEmpty();
    assertThat(revoke(token).basic(client).send()).isEqualTo(answer);
  }

  @Test
  void shouldNotTellAboutForeignOrMalformedTokens_SEC_REV_2() {
    // given
    NewSecret client = oauth.createClient(Role.ADMIN);
    String foreign = oauth.tokenOf(oauth.createClient(Role.READ));
    // then
    for (String token : List.of(foreign, "malformed", "a.b.c")) {
      EndpointAnswer answer = revoke(token).basic(client).send();
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.body()).isEmpty();
    }
    assertThat(oauth.check(foreign)).isPresent();
  }

  @Test
  void shouldNeedClientAuthentication_SEC_REV_3() {
    // given
    String token = oauth.tokenOf(oauth.createClient(Role.READ));
    // then
    assertThat(revoke(token).send().status()).isEqualTo(401);
    assertThat(introspect(token).send().status()).isEqualTo(401);
    assertThat(introspect(token).basic("unknown", "x").send().status()).isEqualTo(401);
    assertThat(oauth.check(token)).isPresent();
  }

  @Test
  void shouldNeedATokenParameter() {
    // given
    NewSecret client = oauth.createClient(Role.READ);
    // then
    for (String path : List.of("/oauth/revoke", "/oauth/introspect")) {
      EndpointAnswer answer =
          EndpointCall.to(path, oauth.module()).basic(client).form("token=").send();
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.body()).contains("\"invalid_request\"");
    }
  }

  @Test
  void shouldDescribeAnActiveTokenToItsClientAndToAdmins_SEC_REV_4() {
    // given
    NewSecret client = oauth.createClient(Role.READ);
    String token = oauth.tokenOf(client);
    // when
    JsonObject own = json(introspect(token).basic(client).send());
    // then
    assertThat(own.keySet())
        .containsExactly(
            "active", "scope", "client_id", "token_type", "exp", "iat", "sub", "aud", "iss", "jti");
    assertThat(own.getBoolean("active")).isTrue();
    assertThat(own.getString("scope")).isEqualTo("flowsforapex.access flowsforapex.read");
    assertThat(own.getString("client_id")).isEqualTo(client.client().clientId());
    assertThat(own.getString("token_type")).isEqualTo("bearer");
    NewSecret admin = oauth.createClient(Role.ADMIN);
    assertThat(json(introspect(token).basic(admin).send())).isEqualTo(own);
  }

  @Test
  void shouldTellNothingElse_SEC_REV_4() {
    // given
    NewSecret client = oauth.createClient(Role.READ);
    String token = oauth.tokenOf(client);
    String foreign = oauth.tokenOf(oauth.createClient(Role.READ));
    revoke(token).basic(client).send();
    // then
    for (String inactive : List.of(token, foreign, "malformed")) {
      assertThat(introspect(inactive).basic(client).send().body()).isEqualTo("{\"active\":false}");
    }
  }

  @Test
  void shouldPublishPublicKeysOnly_SEC_REV_7() throws Exception {
    // given
    oauth.module().keyAdministration().rotate(OAuthFixture.OPERATOR);
    // when
    EndpointAnswer answer = get("/oauth/jwks");
    // then
    assertThat(answer.contentType()).isEqualTo("application/jwk-set+json");
    assertThat(answer.headers()).containsEntry("Cache-Control", "max-age=300");
    JWKSet keys = JWKSet.parse(answer.body());
    assertThat(keys.getKeys()).hasSize(2).noneMatch(JWK::isPrivate);
    assertThat(json(answer).getJsonArray("keys"))
        .allSatisfy(
            key ->
                assertThat(key.asJsonObject().keySet())
                    .isSubsetOf(Set.of("kty", "n", "e", "crv", "x", "y", "use", "alg", "kid")));
  }

  @Test
  void shouldPublishMetadata_SEC_REV_6() {
    // given
    oauth.use(TestSettings.withBodyCredentials());
    // when
    JsonObject metadata = json(get("/.well-known/oauth-authorization-server"));
    // then
    String base = EndpointCall.BASE;
    assertThat(metadata.getString("issuer")).isEqualTo(oauth.module().identity().get().issuer());
    assertThat(metadata.getString("token_endpoint")).isEqualTo(base + "/oauth/token");
    assertThat(metadata.getString("jwks_uri")).isEqualTo(base + "/oauth/jwks");
    assertThat(metadata.getString("revocation_endpoint")).isEqualTo(base + "/oauth/revoke");
    assertThat(metadata.getString("introspection_endpoint")).isEqualTo(base + "/oauth/introspect");
    assertThat(metadata.get("grant_types_supported")).hasToString("[\"client_credentials\"]");
    assertThat(metadata.get("token_endpoint_auth_methods_supported"))
        .hasToString("[\"client_secret_basic\",\"client_secret_post\"]");
    assertThat(metadata.get("response_types_supported")).hasToString("[]");
    assertThat(metadata.getJsonArray("scopes_supported")).hasSize(5);
    oauth.use(TestSettings.DEFAULTS);
  }

  @Test
  void shouldAnswerOtherMethodsWithAllow() {
    // when
    EndpointAnswer answer = EndpointCall.to("/oauth/jwks", oauth.module()).method("POST").send();
    // then
    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.headers()).containsEntry("Allow", "GET, HEAD, OPTIONS");
  }
}
