package flows4ee.oauth;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The installation's master secret, from which the keys for signing keys, client secrets and
 * handed-over secrets are derived by HKDF-SHA256 (RFC 5869). It is never stored in the database.
 *
 * @param bytes 32 bytes of key material
 */
public record MasterKey(byte[] bytes) {

  /** Length of the key in bytes. */
  public static final int LENGTH = 32;

  private static final String HMAC = "HmacSHA256";

  public MasterKey {
    if (bytes.length != LENGTH) {
      throw new IllegalArgumentException("A master key has " + LENGTH + " bytes");
    }
    bytes = bytes.clone();
  }

  @Override
  public byte[] bytes() {
    return bytes.clone();
  }

  /**
   * Derives a key of 32 bytes.
   *
   * @param purpose ASCII label; different labels give independent keys
   */
  public byte[] derive(String purpose) {
    byte[] extracted = hmac(new byte[LENGTH], bytes);
    byte[] info = purpose.getBytes(StandardCharsets.US_ASCII);
    byte[] block = Arrays.copyOf(info, info.length + 1);
    block[info.length] = 1;
    return hmac(extracted, block);
  }

  private static byte[] hmac(byte[] key, byte[] data) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
      return mac.doFinal(data);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HMAC-SHA256 is not available", e);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MasterKey key && Arrays.equals(bytes, key.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** Keeps the key out of logs. */
  @Override
  public String toString() {
    return "MasterKey[...]";
  }
}
