package flows4ee.oauth.key;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256-GCM encryption of stored secrets. Every text carries its own random nonce and is bound to
 * the name of its row, so that exchanged rows are noticed.
 */
public final class SealedText {

  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecretKeySpec key;
  private final SecureRandom random = new SecureRandom();

  /**
   * @param key 32 bytes
   */
  public SealedText(byte[] key) {
    this.key = new SecretKeySpec(key, "AES");
  }

  /** Encrypts {@code plain} for the row named {@code boundTo}; the result is base64 text. */
  public String seal(byte[] plain, String boundTo) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, boundTo).doFinal(plain);
      ByteBuffer all = ByteBuffer.allocate(nonce.length + sealed.length);
      return Base64.getEncoder().encodeToString(all.put(nonce).put(sealed).array());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM is not available", e);
    }
  }

  /**
   * Decrypts a text that {@link #seal} made for the same row.
   *
   * @throws GeneralSecurityException with another key, another row or a changed text
   */
  public byte[] open(String sealed, String boundTo) throws GeneralSecurityException {
    try {
      ByteBuffer all = ByteBuffer.wrap(Base64.getDecoder().decode(sealed));
      byte[] nonce = new byte[NONCE_BYTES];
      all.get(nonce);
      byte[] rest = new byte[all.remaining()];
      all.get(rest);
      return cipher(Cipher.DECRYPT_MODE, nonce, boundTo).doFinal(rest);
    } catch (IllegalArgumentException | BufferUnderflowException e) {
      throw new GeneralSecurityException("Not a sealed text", e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, String boundTo) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(boundTo.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
