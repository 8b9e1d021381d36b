package flows4ee.oauth.key;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.SignedJWT;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Our keys and signatures as an independent JOSE library sees them. */
class SigningAlgorithmTest {

  private static SigningKey newKey(SigningAlgorithm algorithm) {
    var pair = algorithm.generate();
    return new SigningKey(
        JsonWebKey.thumbprint(pair.getPublic()),
        algorithm,
        KeyState.ACTIVE,
        pair.getPublic(),
        Optional.of(pair.getPrivate()),
        Optional.empty());
  }

  @ParameterizedTest
  @EnumSource
  void shouldPublishAKeyThatVerifiesOurTokens(SigningAlgorithm algorithm) throws Exception {
    // given
    SigningKey key = newKey(algorithm);
    String token = SignedToken.sign(key, "at+jwt", "{\"sub\":\"client\"}");
    // when
    JWK published = JWK.parse(Map.copyOf(JsonWebKey.members(key)));
    var jwt = SignedJWT.parse(token);
    boolean verified =
        algorithm == SigningAlgorithm.RS256
            ? jwt.verify(new RSASSAVerifier((RSAKey) published))
            : jwt.verify(new ECDSAVerifier((ECKey) published));
    // then
    assertThat(verified).isTrue();
    assertThat(jwt.getHeader().getKeyID()).isEqualTo(published.computeThumbprint().toString());
    assertThat(published.isPrivate()).isFalse();
    assertThat(published.size()).isGreaterThanOrEqualTo(256);
  }

  @ParameterizedTest
  @EnumSource
  void shouldRefuseForeignSignatureForms_SEC_JWT_4(SigningAlgorithm algorithm) {
    // given
    SigningKey key = newKey(algorithm);
    byte[] data = {1, 2, 3};
    byte[] signature = algorithm.sign(key.privateKey().orElseThrow(), data);
    // then
    assertThat(algorithm.verify(key.publicKey(), data, signature)).isTrue();
    assertThat(algorithm.verify(key.publicKey(), data, new byte[signature.length])).isFalse();
    assertThat(algorithm.verify(key.publicKey(), data, new byte[0])).isFalse();
    signature[10] ^= 1;
    assertThat(algorithm.verify(key.publicKey(), data, signature)).isFalse();
  }

  @Test
  void shouldPadShortCoordinates() {
    // given
    for (int i = 0; i < 300; i++) {
      var members = JsonWebKey.members(newKey(SigningAlgorithm.ES256));
      // then
      assertThat(members.get("x")).hasSize(43);
      assertThat(members.get("y")).hasSize(43);
    }
  }
}
