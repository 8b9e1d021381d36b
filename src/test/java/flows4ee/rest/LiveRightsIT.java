package flows4ee.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import flows4ee.oauth.Role;
import flows4ee.server.ApiClient;
import flows4ee.server.ClientCredentials;
import jakarta.json.Json;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a token is good for: the rights of its client now, and nothing for a forged one. */
class LiveRightsIT extends RestIT {

  private static final String UNAUTHORIZED = "{\"success\":false,\"message\":\"Unauthorized\"}";

  private ClientCredentials client(Role... roles) {
    var names = Json.createArrayBuilder();
    for (Role role : roles) {
      names.add(role.roleName());
    }
    var body =
        Json.createObjectBuilder()
            .add("name", name("live"))
            .add("support_email", "ops@example.org")
            .add("roles", names);
    var made = api.post("v1/oauth_clients", body.build().toString());
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    var item = item(made);
    return new ClientCredentials(item.getString("client_id"), item.getString("client_secret"));
  }

  private String token(ClientCredentials client) {
    return server.anonymous().grantToken(client);
  }

  private ApiClient caller(ClientCredentials client) {
    return server.anonymous().withToken(token(client));
  }

  private static int change(ApiClient caller) {
    return caller.put("v1/processes/999999999/start", "{}").statusCode();
  }

  private static int remove(ApiClient caller) {
    return caller.delete("v1/processes/999999999").statusCode();
  }

  private static int send(ApiClient caller) {
    return caller
        .put("v1/messages/none", "[{\"key\":\"a\",\"value\":\"b\",\"payload\":null}]")
        .statusCode();
  }

  @Test
  void shouldLetAWriterWriteOnly_OAUTH_4() {
    startBasic();
    var writer = server.apiWith(Role.WRITE);
    var read = writer.get("v1/diagrams");
    assertThat(read.statusCode()).isEqualTo(200);
    assertThat(json(read).getJsonArray("items")).isEmpty();
    assertThat(change(writer)).isEqualTo(404);
    var refused = writer.delete("v1/processes/999999999");
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(json(refused).getBoolean("success")).isFalse();
  }

  @Test
  void shouldKeepMessagesAndWritingApart_OAUTH_5() {
    var messenger = server.apiWith(Role.MESSAGES);
    var writer = server.apiWith(Role.WRITE);
    assertThat(send(messenger)).isNotEqualTo(403);
    assertThat(change(messenger)).isEqualTo(403);
    assertThat(send(writer)).isEqualTo(403);
    assertThat(change(writer)).isEqualTo(404);
  }

  @Test
  void shouldFollowTheClientFromTheNextCallOn_OAUTH_6_SEC_REV_1_SEC_REV_5() {
    var client = client(Role.READ, Role.WRITE, Role.ADMIN);
    String path = "v1/oauth_clients/" + client.id();
    var caller = caller(client);
    assertThat(remove(caller)).isEqualTo(404);
    done(api.put(path + "/roles", "{\"roles\":[\"" + Role.WRITE.roleName() + "\"]}"));
    assertThat(remove(caller)).isEqualTo(403);
    assertThat(change(caller)).isEqualTo(404);
    done(api.put(path + "/disable", "{}"));
    assertThat(change(caller)).isEqualTo(401);
    done(api.put(path + "/enable", "{}"));
    assertThat(change(caller)).isEqualTo(404);
    done(api.delete(path + "/tokens"));
    assertThat(change(caller)).isEqualTo(401);
    var again = caller(client);
    assertThat(change(again)).isEqualTo(404);
    done(api.delete(path));
    assertThat(change(again)).isEqualTo(401);
  }

  private static void done(HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
  }

  @Test
  void shouldRevokeOwnTokensOnly_OAUTH_6_SEC_REV_2_SEC_REV_3() {
    var client = client(Role.WRITE);
    var other = client(Role.WRITE);
    String token = token(client);
    var caller = server.anonymous().withToken(token);
    assertThat(revoke(other.basic(), token)).isEqualTo(200);
    assertThat(revoke(client.basic(), "no-token")).isEqualTo(200);
    assertThat(revoke(null, token)).isEqualTo(401);
    assertThat(change(caller)).isEqualTo(404);
    assertThat(revoke(client.basic(), token)).isEqualTo(200);
    assertThat(change(caller)).isEqualTo(401);
  }

  private int revoke(String authorization, String token) {
    var caller = server.anonymous();
    return (authorization == null ? caller : caller.withAuthorization(authorization))
        .postForm("oauth/revoke", "token=" + token)
        .statusCode();
  }

  @Test
  void shouldInspectOwnTokensOnly_SEC_REV_4() {
    var client = client(Role.READ);
    var stranger = client(Role.READ);
    String token = token(client);
    assertThat(inspect(client, token)).contains("\"active\":true");
    assertThat(inspect(stranger, token)).isEqualTo("{\"active\":false}");
    assertThat(inspect(client, "x.y.z")).isEqualTo("{\"active\":false}");
  }

  private String inspect(ClientCredentials client, String token) {
    return server
        .anonymous()
        .withAuthorization(client.basic())
        .postForm("oauth/introspect", "token=" + token)
        .body();
  }

  @Test
  void shouldEchoTheTokenAsSent_OAUTH_9() {
    String token = token(server.credentials());
    var echo = server.anonymous().withToken(token).get("v1/utils/ping");
    assertThat(echo.body()).contains("Bearer " + token);
  }

  @Test
  void shouldRefuseForgedTokensAlike_OAUTH_8_SEC_JWT_1_to_SEC_JWT_13() throws Exception {
    for (var forged : forgeries().entrySet()) {
      var caller = server.anonymous().withToken(forged.getValue());
      for (String method : List.of("GET", "PUT", "DELETE")) {
        var answer = refused(caller, method);
        assertThat(answer.statusCode()).as(forged.getKey() + " " + method).isEqualTo(401);
        assertThat(answer.body()).as(forged.getKey()).isEqualTo(UNAUTHORIZED);
        assertThat(challenge(answer)).as(forged.getKey()).contains("error=\"invalid_token\"");
      }
    }
  }

  private HttpResponse<String> refused(ApiClient caller, String method) {
    var path = method.equals("GET") ? "v1/diagrams" : "v1/processes/1";
    var body = method.equals("PUT") ? BodyPublishers.ofString("{}") : BodyPublishers.noBody();
    return caller.send(
        caller.request(path).header("Content-Type", "application/json").method(method, body));
  }

  private Map<String, String> forgeries() throws Exception {
    var token = SignedJWT.parse(token(server.credentials()));
    String[] parts = token.serialize().split("\\.");
    var claims = token.getJWTClaimsSet();
    var published =
        (RSAKey)
            JWKSet.parse(server.anonymous().get("oauth/jwks").body())
                .getKeyByKeyId(token.getHeader().getKeyID());
    var own = new RSAKeyGenerator(2048).keyID(published.getKeyID()).generate();
    var foreign = new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
    var forged = new LinkedHashMap<String, String>();
    for (String none : List.of("none", "None", "NONE", "nOnE", "")) {
      forged.put(
          "alg " + none,
          header("{\"alg\":\"" + none + "\",\"typ\":\"at+jwt\"}") + "." + parts[1] + ".");
    }
    forged.put("public key as secret", hmac(published, claims));
    forged.put("foreign key under the known kid", signed(own, claims));
    forged.put("foreign kid", signed(foreign, claims));
    forged.put("payload altered", parts[0] + "." + encoded(claims, "sub", "x") + "." + parts[2]);
    forged.put("signature of zeros", parts[0] + "." + parts[1] + "." + "A".repeat(342));
    forged.put("signature altered", parts[0] + "." + parts[1] + "." + flipped(parts[2]));
    forged.put("expired", signed(own, with(claims, c -> c.expirationTime(new Date(1)))));
    forged.put("other audience", signed(own, with(claims, c -> c.audience("other"))));
    forged.put("two parts", parts[0] + "." + parts[1]);
    forged.put("five parts", parts[0] + "....");
    forged.put("no token at all", "abc");
    return forged;
  }

  private static String header(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  private static String encoded(JWTClaimsSet claims, String name, String value) {
    return header(with(claims, c -> c.claim(name, value)).toString());
  }

  private static String flipped(String signature) {
    char first = signature.charAt(0) == 'A' ? 'B' : 'A';
    return first + signature.substring(1);
  }

  private static JWTClaimsSet with(JWTClaimsSet claims, Consumer<JWTClaimsSet.Builder> change) {
    var builder = new JWTClaimsSet.Builder(claims);
    change.accept(builder);
    return builder.build();
  }

  private static String signed(RSAKey key, JWTClaimsSet claims) throws Exception {
    var header =
        new JWSHeader.Builder(JWSAlgorithm.RS256)
            .type(new JOSEObjectType("at+jwt"))
            .keyID(key.getKeyID());
    var token = new SignedJWT(header.build(), claims);
    token.sign(new RSASSASigner(key));
    return token.serialize();
  }

  private static String hmac(RSAKey key, JWTClaimsSet claims) throws Exception {
    var header =
        new JWSHeader.Builder(JWSAlgorithm.HS256)
            .type(new JOSEObjectType("at+jwt"))
            .keyID(key.getKeyID());
    var token = new SignedJWT(header.build(), claims);
    token.sign(new MACSigner(key.toPublicJWK().toJSONString()));
    return token.serialize();
  }

  @Test
  void shouldTakeATokenFromItsHeaderOnly_SEC_JWT_17() {
    String token = token(server.credentials());
    var anonymous = server.anonymous();
    var query = anonymous.get("v1/diagrams?access_token=" + token);
    var cookie =
        anonymous.send(anonymous.request("v1/diagrams").header("Cookie", "access_token=" + token));
    var form =
        anonymous.send(
            anonymous
                .request("v1/processes/1/start")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .PUT(BodyPublishers.ofString("access_token=" + token)));
    assertThat(List.of(query.statusCode(), cookie.statusCode(), form.statusCode()))
        .containsOnly(401);
  }

  @Test
  void shouldSayWhatIsMissing_SEC_JWT_19() {
    var anonymous = server.anonymous();
    assertThat(challenge(anonymous.get("v1/diagrams")))
        .startsWith("Bearer")
        .doesNotContain("error");
    assertThat(challenge(anonymous.withToken("x").get("v1/diagrams")))
        .contains("error=\"invalid_token\"");
    var forbidden = server.apiWith(Role.READ).put("v1/processes/1/start", "{}");
    assertThat(forbidden.statusCode()).isEqualTo(403);
    assertThat(challenge(forbidden)).contains("error=\"insufficient_scope\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bearer", "BEARER", "bEaReR"})
  void shouldTakeTheSchemeInAnyCase_SEC_JWT_18(String scheme) {
    var caller = server.anonymous().withAuthorization(scheme + " " + token(server.credentials()));
    assertThat(caller.get("v1/utils/roles").statusCode()).isEqualTo(200);
  }

  private static String challenge(HttpResponse<String> response) {
    return response.headers().firstValue("WWW-Authenticate").orElse("");
  }
}
