package flows4ee.oauth.key;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Public keys in the form of RFC 7517 and their thumbprints after RFC 7638. */
public final class JsonWebKey {

  private static final int P256_BYTES = 32;

  private JsonWebKey() {}

  /** The key id: base64url of the SHA-256 over the required members in lexical order. */
  public static String thumbprint(PublicKey key) {
    var text = new StringBuilder("{");
    new TreeMap<>(requiredMembers(key))
        .forEach((name, value) -> text.append(member(name, value)).append(','));
    text.setCharAt(text.length() - 1, '}');
    return Encoding.base64Url(Encoding.sha256(text.toString().getBytes(StandardCharsets.UTF_8)));
  }

  /** The members of the published key, public parts only, in the order they are shown. */
  public static Map<String, String> members(SigningKey key) {
    Map<String, String> members = new LinkedHashMap<>(requiredMembers(key.publicKey()));
    members.put("use", "sig");
    members.put("alg", key.algorithm().name());
    members.put("kid", key.kid());
    return members;
  }

  private static Map<String, String> requiredMembers(PublicKey key) {
    Map<String, String> members = new LinkedHashMap<>();
    if (key instanceof RSAPublicKey rsa) {
      members.put("kty", "RSA");
      members.put("n", Encoding.base64Url(minimal(rsa.getModulus())));
      members.put("e", Encoding.base64Url(minimal(rsa.getPublicExponent())));
      return members;
    }
    ECPublicKey ec = (ECPublicKey) key;
    members.put("kty", "EC");
    members.put("crv", "P-256");
    members.put("x", Encoding.base64Url(padded(ec.getW().getAffineX())));
    members.put("y", Encoding.base64Url(padded(ec.getW().getAffineY())));
    return members;
  }

  /** All values are base64url or fixed names, so nothing needs escaping. */
  private static String member(String name, String value) {
    return '"' + name + "\":\"" + value + '"';
  }

  private static byte[] minimal(BigInteger number) {
    byte[] bytes = number.toByteArray();
    return bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
  }

  private static byte[] padded(BigInteger number) {
    byte[] bytes = minimal(number);
    byte[] padded = new byte[P256_BYTES];
    System.arraycopy(bytes, 0, padded, P256_BYTES - bytes.length, bytes.length);
    return padded;
  }
}
