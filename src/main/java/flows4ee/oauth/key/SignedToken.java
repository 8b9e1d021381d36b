package flows4ee.oauth.key;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * JSON Web Signatures in compact form (RFC 7515 section 7.1) with exactly the header members {@code
 * alg}, {@code kid} and {@code typ}. No header member is ever followed or trusted as a key.
 *
 * @param kid id of the key that signed
 * @param typ the header's type
 * @param claims members of the payload as {@link StrictJson} reads them
 */
public record SignedToken(String kid, String typ, Map<String, Object> claims) {

  private static final int MAX_LENGTH = 8192;
  private static final int MAX_HEADER_LENGTH = 512;
  private static final Set<String> HEADER_MEMBERS = Set.of("alg", "kid", "typ");

  /**
   * Signs a payload.
   *
   * @param key a key with its private part
   * @param typ value of the header member {@code typ}; plain ASCII
   * @param payload JSON text
   */
  public static String sign(SigningKey key, String typ, String payload) {
    String header =
        "{\"alg\":\""
            + key.algorithm()
            + "\",\"kid\":\""
            + key.kid()
            + "\",\"typ\":\""
            + typ
            + "\"}";
    String signed = encode(header) + '.' + encode(payload);
    byte[] signature =
        key.algorithm()
            .sign(key.privateKey().orElseThrow(), signed.getBytes(StandardCharsets.US_ASCII));
    return signed + '.' + Encoding.base64Url(signature);
  }

  /**
   * Reads a token and checks its signature with the key of its key id, under that key's own
   * algorithm. Sizes are bounded before anything is decoded, the payload is parsed only when the
   * signature holds.
   *
   * @return empty for anything but a well-formed token signed by a key of {@code ring}
   */
  public static Optional<SignedToken> verify(String token, KeyRing ring) {
    int first = token.indexOf('.');
    int second = token.indexOf('.', first + 1);
    if (token.length() > MAX_LENGTH
        || first <= 0
        || first > MAX_HEADER_LENGTH
        || second < 0
        || token.indexOf('.', second + 1) >= 0) {
      return Optional.empty();
    }
    return decodeObject(token.substring(0, first))
        .filter(header -> header.keySet().equals(HEADER_MEMBERS))
        .filter(SignedToken::hasOnlyTexts)
        .flatMap(header -> verify(token, second, header, ring));
  }

  private static Optional<SignedToken> verify(
      String token, int signatureDot, Map<String, Object> header, KeyRing ring) {
    String kid = (String) header.get("kid");
    Optional<SigningKey> key =
        ring.find(kid).filter(found -> found.algorithm().name().equals(header.get("alg")));
    Optional<byte[]> signature = Encoding.decodeBase64Url(token.substring(signatureDot + 1));
    if (key.isEmpty() || signature.isEmpty()) {
      return Optional.empty();
    }
    byte[] signed = token.substring(0, signatureDot).getBytes(StandardCharsets.ISO_8859_1);
    if (!key.get().algorithm().verify(key.get().publicKey(), signed, signature.get())) {
      return Optional.empty();
    }
    String payload = token.substring(token.indexOf('.') + 1, signatureDot);
    return decodeObject(payload)
        .map(claims -> new SignedToken(kid, (String) header.get("typ"), claims));
  }

  private static boolean hasOnlyTexts(Map<String, Object> header) {
    return header.values().stream().allMatch(String.class::isInstance);
  }

  private static Optional<Map<String, Object>> decodeObject(String part) {
    return Encoding.decodeBase64Url(part).flatMap(StrictJson::readObject);
  }

  private static String encode(String text) {
    return Encoding.base64Url(text.getBytes(StandardCharsets.UTF_8));
  }
}
