package flows4ee.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.SignedJWT;
import flows4ee.oauth.key.JsonWebKey;
import flows4ee.oauth.key.SigningKey;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens forged with an independent JOSE library, and our own ones tampered with. */
class ForgedTokenTest {

  private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

  private static OAuthFixture oauth;
  private static String genuine;
  private static String[] parts;
  private static SigningKey key;
  private static PrivateKey privateKey;

  @BeforeAll
  static void open() {
    oauth = OAuthFixture.onH2();
    genuine = oauth.tokenOf(oauth.createClient(Role.READ));
    parts = genuine.split("\\.");
    key = oauth.module().keys().active();
    privateKey = key.privateKey().orElseThrow();
    assertThat(oauth.check(genuine)).isPresent();
  }

  @AfterAll
  static void close() throws IOException {
    oauth.close();
  }

  private static String encode(String text) {
    return URL.encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String decode(String part) {
    return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
  }

  private static void assertRefused(String token) {
    assertThat(oauth.check(token)).as(token).isEmpty();
  }

  /** Signs any header and payload text with our real key. */
  private static String signed(String header, String payload) {
    String input = encode(header) + "." + encode(payload);
    byte[] signature = key.algorithm().sign(privateKey, input.getBytes(StandardCharsets.US_ASCII));
    return input + "." + URL.encodeToString(signature);
  }

  private static String header() {
    return decode(parts[0]);
  }

  private static String payload() {
    return decode(parts[1]);
  }

  @Test
  void shouldAcceptWhatItWouldSignItself() {
    assertThat(oauth.check(signed(header(), payload()))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\"none\"", "\"None\"", "\"NONE\"", "\"nOnE\"", "\"\"", "[\"RS256\"]", "1"})
  void shouldRefuseUnsignedTokens_SEC_JWT_1(String alg) {
    // given
    String changed = encode(header().replace("\"RS256\"", alg));
    // then
    assertRefused(changed + "." + parts[1] + ".");
    assertRefused(changed + "." + parts[1] + "." + parts[2]);
    assertRefused(signed(header().replace("\"RS256\"", alg), payload()));
    assertRefused(signed("{\"kid\":\"" + key.kid() + "\",\"typ\":\"at+jwt\"}", payload()));
  }

  static Stream<byte[]> publicKeyForms() {
    var rsa = (RSAPublicKey) key.publicKey();
    String pem =
        "-----BEGIN PUBLIC KEY-----\n"
            + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(rsa.getEncoded())
            + "\n-----END PUBLIC KEY-----";
    return Stream.of(
        pem.getBytes(StandardCharsets.US_ASCII),
        (pem + "\n").getBytes(StandardCharsets.US_ASCII),
        rsa.getEncoded(),
        JsonWebKey.members(key).toString().getBytes(StandardCharsets.US_ASCII),
        rsa.getModulus().toByteArray());
  }

  @ParameterizedTest
  @MethodSource("publicKeyForms")
  void shouldRefuseThePublicKeyAsHmacSecret_SEC_JWT_2(byte[] secret) throws Exception {
    for (JWSAlgorithm alg : List.of(JWSAlgorithm.HS256, JWSAlgorithm.HS384, JWSAlgorithm.HS512)) {
      assertRefused(forge(alg, key.kid(), new MACSigner(secret)));
    }
  }

  private static String forge(JWSAlgorithm alg, String kid, JWSSigner signer) throws Exception {
    var header = new JWSHeader.Builder(alg).keyID(kid).type(new JOSEObjectType("at+jwt")).build();
    var jws = new JWSObject(header, new Payload(payload()));
    jws.sign(signer);
    return jws.serialize();
  }

  @Test
  void shouldRefuseOtherAlgorithmsAndForeignKeys_SEC_JWT_3_SEC_JWT_6() throws Exception {
    // given
    ECKey foreign = new ECKeyGenerator(Curve.P_256).keyID(key.kid()).generate();
    ECKey p384 = new ECKeyGenerator(Curve.P_384).generate();
    // then
    assertThat(oauth.check(forge(JWSAlgorithm.RS256, key.kid(), new RSASSASigner(privateKey))))
        .isPresent();
    assertRefused(forge(JWSAlgorithm.PS256, key.kid(), new RSASSASigner(privateKey)));
    assertRefused(forge(JWSAlgorithm.RS512, key.kid(), new RSASSASigner(privateKey)));
    assertRefused(forge(JWSAlgorithm.ES256, key.kid(), new ECDSASigner(foreign)));
    assertRefused(forge(JWSAlgorithm.ES384, key.kid(), new ECDSASigner(p384)));
    assertRefused(forge(JWSAlgorithm.RS256, "another", new RSASSASigner(privateKey)));
  }

  @Test
  void shouldRefuseZeroAndMisshapenSignatures_SEC_JWT_4() {
    for (int length : new int[] {0, 1, 64, 255, 256, 257, 512}) {
      assertRefused(parts[0] + "." + parts[1] + "." + URL.encodeToString(new byte[length]));
    }
    byte[] n = ((RSAPublicKey) key.publicKey()).getModulus().toByteArray();
    byte[] signature = Base64.getUrlDecoder().decode(parts[2]);
    BigInteger congruent = new BigInteger(1, signature).add(new BigInteger(1, n));
    assertRefused(parts[0] + "." + parts[1] + "." + URL.encodeToString(congruent.toByteArray()));
  }

  @Test
  void shouldRefuseEveryOtherSpelling_SEC_JWT_5() {
    // given
    List<String> spellings = new ArrayList<>();
    String last = parts[2].substring(0, parts[2].length() - 1);
    for (char c :
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".toCharArray()) {
      spellings.add(parts[0] + "." + parts[1] + "." + last + c);
    }
    spellings.remove(genuine);
    spellings.addAll(List.of(genuine + "=", genuine + "==", genuine + "\n", " " + genuine));
    spellings.add(genuine.replace('-', '+').replace('_', '/'));
    spellings.add(parts[0] + ". " + parts[1] + "." + parts[2]);
    spellings.add(parts[0] + "=." + parts[1] + "." + parts[2]);
    spellings.remove(genuine);
    // then
    assertThat(spellings).hasSizeGreaterThan(65);
    spellings.forEach(ForgedTokenTest::assertRefused);
  }

  @Test
  void shouldRefuseEveryFlippedBit_SEC_JWT_5() {
    for (int part = 0; part < 3; part++) {
      byte[] bytes = Base64.getUrlDecoder().decode(parts[part]);
      for (int i = 0; i < bytes.length; i += 7) {
        byte[] flipped = bytes.clone();
        flipped[i] ^= (byte) (1 << (i % 8));
        String[] changed = parts.clone();
        changed[part] = URL.encodeToString(flipped);
        assertRefused(String.join(".", changed));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"kid\":7",
        "\"kid\":\"../../etc/passwd\"",
        "\"kid\":\"' or '1'='1\"",
        "\"kid\":\"\\u0000\"",
        "\"kid\":\"http://127.0.0.1:1/keys\"",
        "\"kid\":null",
        "\"kid\":{}",
        "\"x\":\"y\""
      })
  void shouldRefuseBadKeyIds_SEC_JWT_6(String member) {
    assertRefused(signed(header().replaceAll("\"kid\":\"[^\"]+\"", quote(member)), payload()));
  }

  private static String quote(String text) {
    return Matcher.quoteReplacement(text);
  }

  @Test
  void shouldRefuseAHugeKeyId_SEC_JWT_6() {
    assertRefused(signed(header().replace(key.kid(), "k".repeat(10_000)), payload()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"jku\":\"http://127.0.0.1:1/jwks\"",
        "\"x5u\":\"http://127.0.0.1:1/cert\"",
        "\"jwk\":{\"kty\":\"RSA\"}",
        "\"x5c\":[\"AA\"]",
        "\"crit\":[\"exp\"]",
        "\"crit\":[\"unknown\"]",
        "\"b64\":false",
        "\"zip\":\"DEF\"",
        "\"cty\":\"JWT\"",
        "\"alg\":\"RS256\"",
        "\"typ\":\"at+jwt\""
      })
  void shouldRefuseFurtherHeaderMembers_SEC_JWT_7_SEC_JWT_8_SEC_JWT_14(String member) {
    assertRefused(signed(header().replaceFirst("}$", quote("," + member + "}")), payload()));
  }

  @Test
  void shouldRefuseOtherSerialisations_SEC_JWT_8() {
    assertRefused(genuine + ".AA.BB");
    assertRefused("..");
    assertRefused("");
    assertRefused(parts[0] + "." + parts[1]);
    assertRefused(
        "{\"payload\":\"%s\",\"protected\":\"%s\",\"signature\":\"%s\"}"
            .formatted(parts[1], parts[0], parts[2]));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"exp\":1",
        "\"exp\":\"9999999999\"",
        "\"exp\":-1",
        "\"exp\":1e300",
        "\"exp\":9999999999.5",
        "\"exp\":99999999999999999999",
        "\"exp\":null",
        "\"nope\":1"
      })
  void shouldRefuseBadExpiry_SEC_JWT_9(String member) {
    assertRefused(withClaim("exp", member));
  }

  private static String withClaim(String name, String member) {
    String pattern = "\"" + name + "\":(\"[^\"]*\"|\\[[^\\]]*\\]|[0-9]+)";
    String changed = payload().replaceAll(pattern, quote(member));
    assertThat(changed).isNotEqualTo(payload());
    return signed(header(), changed);
  }

  @Test
  void shouldTolerateThirtySecondsAndNotMore_SEC_JWT_9_SEC_JWT_10() {
    long now = oauth.clock().instant().getEpochSecond();
    assertThat(oauth.check(withClaim("exp", "\"exp\":" + (now - 29)))).isPresent();
    assertRefused(withClaim("exp", "\"exp\":" + (now - 30)));
    assertThat(oauth.check(withClaim("iat", "\"iat\":" + (now + 30)))).isPresent();
    assertRefused(withClaim("iat", "\"iat\":" + (now + 31)));
    assertRefused(withClaim("upn", "\"nbf\":" + (now + 31)));
    assertRefused(withClaim("upn", "\"nbf\":\"soon\""));
    assertThat(oauth.check(withClaim("upn", "\"nbf\":" + now))).isPresent();
  }

  @Test
  void shouldForgetRememberedTokensWhenTheyExpire_SEC_JWT_9() {
    // given
    String token = oauth.tokenOf(oauth.createClient(Role.READ));
    assertThat(oauth.check(token)).isPresent();
    // when
    oauth.clock().advance(Duration.ofHours(1).plusSeconds(30));
    // then
    assertRefused(token);
    oauth.clock().advance(Duration.ofHours(1).plusSeconds(30).negated());
  }

  @Test
  void shouldRefuseOtherIssuersAndAudiences_SEC_JWT_11() {
    // given
    TokenIdentity own = oauth.module().identity().get();
    // then
    assertRefused(withClaim("iss", "\"iss\":\"" + own.issuer() + "/\""));
    assertRefused(withClaim("iss", "\"iss\":\"" + own.issuer().toUpperCase(Locale.ROOT) + "\""));
    assertRefused(withClaim("iss", "\"other\":1"));
    assertRefused(withClaim("aud", "\"aud\":\"other\""));
    assertRefused(withClaim("aud", "\"aud\":[]"));
    assertRefused(withClaim("aud", "\"aud\":\"" + own.issuer() + "/v\""));
    assertRefused(withClaim("aud", "\"other\":1"));
    assertRefused(withClaim("aud", "\"aud\":{\"" + own.audience() + "\":1}"));
    String several = "\"aud\":[\"other\",\"" + own.audience() + "\"]";
    assertThat(oauth.check(withClaim("aud", several))).isPresent();
    String single = "\"aud\":\"" + own.audience() + "\"";
    assertThat(oauth.check(withClaim("aud", single))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"JWT", "id_token", "logout+jwt", "", "jwt"})
  void shouldRefuseOtherTypes_SEC_JWT_12(String typ) {
    assertRefused(signed(header().replace("at+jwt", typ), payload()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"AT+JWT", "application/at+jwt", "Application/At+Jwt"})
  void shouldAcceptItsTypeInAnyCase(String typ) {
    assertThat(oauth.check(signed(header().replace("at+jwt", typ), payload()))).isPresent();
  }

  @Test
  void shouldRefuseIdentitiesThatDoNotFit_SEC_JWT_13() throws Exception {
    // given
    String other = oauth.tokenOf(oauth.createClient(Role.READ));
    String foreignJti = SignedJWT.parse(other).getJWTClaimsSet().getJWTID();
    // then
    assertRefused(withClaim("jti", "\"jti\":\"unknown\""));
    assertRefused(withClaim("jti", "\"other\":1"));
    assertRefused(withClaim("jti", "\"jti\":\"\""));
    assertRefused(withClaim("jti", "\"jti\":\"" + foreignJti + "\""));
    assertRefused(withClaim("client_id", "\"client_id\":\"other\""));
    assertRefused(withClaim("sub", "\"sub\":\"other\""));
    assertRefused(withClaim("sub", "\"other\":1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"exp", "alg", "iss", "groups", "jti"})
  void shouldRefuseRepeatedClaims_SEC_JWT_14(String name) {
    // given
    String twice = payload().replaceFirst("}$", ",\"%1$s\":1,\"%1$s\":1}".formatted(name));
    // then
    assertRefused(signed(header(), twice));
  }

  @Test
  void shouldRefuseOversizedPayloads_SEC_JWT_16() {
    // given
    var many = new StringBuilder();
    for (int i = 0; i < 10_000; i++) {
      many.append(",\"c").append(i).append("\":1");
    }
    // then
    for (String more :
        List.of(
            many.toString(),
            many.substring(0, 1500),
            ",\"d\":" + "[".repeat(1000) + "]".repeat(1000),
            ",\"d\":" + "[".repeat(5) + "]".repeat(5),
            ",\"s\":\"" + "x".repeat(1_000_000) + "\"")) {
      assertRefused(signed(header(), payload().replaceFirst("}$", quote(more + "}"))));
    }
  }

  @Test
  void shouldRefuseJsonThatIsNotStrict_SEC_JWT_20() {
    for (String bad :
        List.of(
            payload() + " x",
            payload() + payload(),
            "\uFEFF" + payload(),
            " " + payload(),
            payload().replace("\"exp\"", "'exp'"),
            payload().replaceFirst("}$", ",}"),
            payload().replaceFirst("}$", "/**/}"),
            "[" + payload() + "]",
            "\"text\"",
            "")) {
      assertRefused(signed(header(), bad));
    }
    byte[] invalid = payload().getBytes(StandardCharsets.ISO_8859_1);
    invalid[10] = (byte) 0xff;
    String input = parts[0] + "." + URL.encodeToString(invalid);
    byte[] signature = key.algorithm().sign(privateKey, input.getBytes(StandardCharsets.US_ASCII));
    assertRefused(input + "." + URL.encodeToString(signature));
  }

  @Test
  void shouldCarryNothingPrivate_SEC_JWT_21() throws Exception {
    Map<String, Object> claims = SignedJWT.parse(genuine).getJWTClaimsSet().getClaims();
    assertThat(claims.values().toString()).doesNotContain("@").doesNotContain("10.1.2.3");
  }
}
