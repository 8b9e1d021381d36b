package flows4ee.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import flows4ee.oauth.key.Encoding;
import java.io.IOException;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Issued tokens and how changes act on them. */
class AccessTokensTest {

  private static OAuthFixture oauth;

  @BeforeAll
  static void open() {
    oauth = OAuthFixture.onH2();
  }

  @AfterAll
  static void close() throws IOException {
    oauth.close();
  }

  @Test
  void shouldIssueATokenAfterRfc9068() throws Exception {
    // given
    NewSecret client = oauth.createClient(Role.READ, Role.ADMIN);
    String id = client.client().clientId();
    // when
    String token = oauth.tokenOf(client);
    // then
    var jwt = SignedJWT.parse(token);
    var key = (RSAPublicKey) oauth.module().keys().active().publicKey();
    assertThat(jwt.verify(new RSASSAVerifier(key))).isTrue();
    assertThat(jwt.getHeader().toString())
        .isEqualTo(
            "{\"kid\":\"%s\",\"typ\":\"at+jwt\",\"alg\":\"RS256\"}"
                .formatted(oauth.module().keys().active().kid()));
    var claims = jwt.getJWTClaimsSet();
    String issuer = oauth.module().identity().get().issuer();
    assertThat(issuer).matches("urn:flows4ee:[A-Za-z0-9_-]{22}");
    assertThat(claims.getClaims().keySet())
        .containsExactlyInAnyOrder(
            "iss", "sub", "aud", "iat", "exp", "jti", "client_id", "groups", "scope", "upn");
    assertThat(claims.getIssuer()).isEqualTo(issuer);
    assertThat(claims.getSubject()).isEqualTo(id);
    assertThat(claims.getAudience()).containsExactly(issuer + "/v1");
    assertThat(claims.getIssueTime().toInstant()).isEqualTo(oauth.clock().instant());
    assertThat(claims.getExpirationTime().toInstant())
        .isEqualTo(oauth.clock().instant().plus(Duration.ofHours(1)));
    assertThat(claims.getJWTID()).matches("[A-Za-z0-9_-]{22}");
    assertThat(claims.getStringListClaim("groups"))
        .containsExactly("Flows for Apex - Read", "Flows for Apex - Admin");
    assertThat(claims.getStringClaim("scope"))
        .isEqualTo("flowsforapex.access flowsforapex.read flowsforapex.admin");
    assertThat(claims.getStringClaim("upn")).isEqualTo(id);
    assertThat(token.length()).isLessThan(1300);
  }

  @Test
  void shouldAcceptItsOwnTokenAsPrincipal() {
    // given
    NewSecret client = oauth.createClient(Role.WRITE);
    String token = oauth.tokenOf(client);
    // when
    TokenPrincipal principal = oauth.check(token).orElseThrow();
    // then
    assertThat(principal.getName()).isEqualTo(client.client().clientId());
    assertThat(principal.getGroups()).containsExactly(Roles.WRITE);
    assertThat(principal.getSubject()).isEqualTo(client.client().clientId());
    assertThat(principal.getAudience()).hasSize(1);
    assertThat(principal.getExpirationTime())
        .isEqualTo(oauth.clock().instant().getEpochSecond() + 3600);
    assertThat(principal.tokenHash()).isEqualTo(Encoding.sha256Hex(principal.getTokenID()));
    assertThat(principal.toString()).doesNotContain(token);
  }

  @Test
  void shouldTakeRolesFromTheTable_SEC_JWT_15() {
    // given
    NewSecret client = oauth.createClient(Role.READ, Role.WRITE);
    String id = client.client().clientId();
    String token = oauth.tokenOf(client);
    assertThat(oauth.check(token).orElseThrow().roles()).containsOnly(Role.READ, Role.WRITE);
    // when
    oauth.module().clients().setRoles(id, Set.of(Role.MESSAGES), OAuthFixture.OPERATOR);
    // then
    assertThat(oauth.check(token).orElseThrow().roles()).containsOnly(Role.MESSAGES);
  }

  @Test
  void shouldNarrowToTheScopeAskedFor_SEC_TOK_17() {
    // given
    NewSecret client = oauth.createClient(Role.READ, Role.WRITE);
    // when
    String token = oauth.tokenOf(client, Scope.parse("flowsforapex.read"));
    // then
    assertThat(oauth.check(token).orElseThrow().roles()).containsOnly(Role.READ);
    oauth
        .module()
        .clients()
        .setRoles(client.client().clientId(), Set.of(Role.WRITE), OAuthFixture.OPERATOR);
    assertThat(oauth.check(token).orElseThrow().roles()).isEmpty();
  }

  @Test
  void shouldRefuseFromTheNextCallOnWhileDisabled_SEC_REV_5() {
    // given
    NewSecret client = oauth.createClient(Role.READ);
    String id = client.client().clientId();
    String token = oauth.tokenOf(client);
    assertThat(oauth.check(token)).isPresent();
    // when, then
    oauth.module().clients().disable(id, "leaked", OAuthFixture.OPERATOR);
    assertThat(oauth.check(token)).isEmpty();
    oauth.module().clients().enable(id, OAuthFixture.OPERATOR);
    assertThat(oauth.check(token)).isPresent();
    oauth.module().clients().delete(id, OAuthFixture.OPERATOR);
    assertThat(oauth.check(token)).isEmpty();
  }

  @Test
  void shouldRefuseRevokedTokensOnEveryNode_SEC_REV_1() {
    // given
    NewSecret client = oauth.createClient(Role.READ);
    String token = oauth.tokenOf(client);
    OAuthModule other = oauth.newNode();
    other.start();
    assertThat(other.accessTokens().authenticate(token, "10.0.0.1")).isPresent();
    // when
    int count =
        oauth.module().clients().revokeTokens(client.client().clientId(), OAuthFixture.OPERATOR);
    // then
    assertThat(count).isEqualTo(1);
    assertThat(oauth.check(token)).isEmpty();
    assertThat(other.accessTokens().authenticate(token, "10.0.0.1")).isEmpty();
  }

  @Test
  void shouldRememberStatesOnTheSoleNodeUntilSomethingChanges() {
    // given
    TokenSettings.Deployment d = TokenSettings.Deployment.DEFAULTS;
    oauth.use(
        TestSettings.withDeployment(
            new TokenSettings.Deployment(d.issuer(), d.audience(), d.typ(), d.algorithm(), true)));
    NewSecret client = oauth.createClient(Role.READ);
    String token = oauth.tokenOf(client);
    assertThat(oauth.check(token)).isPresent();
    // when
    oauth.module().clients().disable(client.client().clientId(), "x", OAuthFixture.OPERATOR);
    // then
    assertThat(oauth.check(token)).isEmpty();
    oauth.use(TestSettings.DEFAULTS);
  }

  @Test
  void shouldEndTokensWithClientAndSecret() {
    // given
    ClientAttributes attributes =
        OAuthFixture.attributes()
            .withTokenLifetime(Optional.of(120))
            .withExpiresAt(Optional.of(oauth.clock().instant().plusSeconds(90)));
    NewSecret client =
        oauth
            .module()
            .clients()
            .create(attributes, Set.of(Role.READ), NewSecret.Showing.NOW, OAuthFixture.OPERATOR);
    // when
    TokenPrincipal principal = oauth.check(oauth.tokenOf(client)).orElseThrow();
    // then
    assertThat(principal.getExpirationTime() - principal.getIssuedAtTime()).isEqualTo(90);
  }

  @Test
  void shouldKeepNoTokenInTheDatabase_SEC_KEY_3() {
    // given
    NewSecret client = oauth.createClient(Role.READ);
    String token = oauth.tokenOf(client);
    String jti = oauth.check(token).orElseThrow().getTokenID();
    // when
    List<String> hashes = oauth.query("select jti_hash from oauth_tokens");
    // then
    assertThat(hashes).contains(Encoding.sha256Hex(jti)).doesNotContain(jti);
    assertThat(oauth.query("select secret_hash from oauth_client_secrets"))
        .noneMatch(hash -> hash.contains(client.plain().orElseThrow()));
  }

  @Test
  void shouldNoteUsesOutsideOfRequests() {
    // given
    NewSecret client = oauth.createClient(Role.READ);
    oauth.check(oauth.tokenOf(client));
    String id = client.client().clientId();
    // when
    oauth.module().maintain();
    // then
    ClientView view = oauth.module().clients().findClient(id).orElseThrow();
    assertThat(view.audit().lastUsedAt()).contains(oauth.clock().instant());
    assertThat(view.secrets().get(0).lastUsedAt()).contains(oauth.clock().instant());
    assertThat(oauth.query("select last_used_ip from oauth_clients where client_id = '" + id + "'"))
        .containsExactly("10.1.2.0");
  }
}
