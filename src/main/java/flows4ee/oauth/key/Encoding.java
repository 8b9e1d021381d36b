package flows4ee.oauth.key;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/** Base64url without padding (RFC 7515 section 2) and SHA-256, as tokens and keys use them. */
public final class Encoding {

  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
  private static final Base64.Decoder DECODER = Base64.getUrlDecoder();

  private Encoding() {}

  public static String base64Url(byte[] bytes) {
    return ENCODER.encodeToString(bytes);
  }

  /**
   * Decodes only the one canonical spelling: no padding, no other alphabet, no white space, unused
   * last bits zero. Anything else is empty.
   */
  public static Optional<byte[]> decodeBase64Url(String text) {
    try {
      byte[] bytes = DECODER.decode(text);
      return base64Url(bytes).equals(text) ? Optional.of(bytes) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  public static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is not available", e);
    }
  }

  /** The lower-case hex SHA-256 of a text's UTF-8 bytes, 64 characters. */
  public static String sha256Hex(String text) {
    return HexFormat.of().formatHex(sha256(text.getBytes(StandardCharsets.UTF_8)));
  }
}
