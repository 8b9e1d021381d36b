package flows4ee.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Tokens that bring or name the key that would verify them. */
class ForeignKeysIT extends RestIT {

  private static final int PATIENCE_MILLIS = 500;

  @Test
  void shouldNeitherUseNorFetchForeignKeys_SEC_JWT_7() throws Exception {
    try (var listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      // given
      var keys = URI.create("http://127.0.0.1:" + listener.getLocalPort() + "/keys");
      for (String token : tokens(keys)) {
        var caller = server.anonymous().withToken(token);
        // when
        var read = caller.get("v1/diagrams");
        var change = caller.put("v1/processes/1/start", "{}");
        // then
        assertThat(List.of(read.statusCode(), change.statusCode())).containsOnly(401);
        assertThat(read.headers().firstValue("WWW-Authenticate").orElse(""))
            .contains("error=\"invalid_token\"");
      }
      listener.setSoTimeout(PATIENCE_MILLIS);
      assertThatThrownBy(listener::accept).isInstanceOf(SocketTimeoutException.class);
    }
  }

  private List<String> tokens(URI keys) throws Exception {
    var valid = SignedJWT.parse(server.anonymous().grantToken(server.credentials()));
    String kid = valid.getHeader().getKeyID();
    var own = new RSAKeyGenerator(2048).keyID(kid).generate();
    var claims = valid.getJWTClaimsSet();
    return List.of(
        signed(own, claims, header -> header.jwkURL(keys)),
        signed(own, claims, header -> header.jwk(own.toPublicJWK())),
        signed(own, claims, header -> header.x509CertURL(keys)),
        signed(own, claims, header -> header.x509CertChain(List.of(Base64.encode("certificate")))));
  }

  private static String signed(
      RSAKey key, JWTClaimsSet claims, UnaryOperator<JWSHeader.Builder> naming) throws Exception {
    var header =
        new JWSHeader.Builder(JWSAlgorithm.RS256)
            .type(new JOSEObjectType("at+jwt"))
            .keyID(key.getKeyID());
    var token = new SignedJWT(naming.apply(header).build(), claims);
    token.sign(new RSASSASigner(key));
    return token.serialize();
  }
}
