package flows4ee.oauth;

import flows4ee.oauth.key.Encoding;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Hashes of client secrets in two forms. Generated secrets of 256 random bits: {@code
 * hmac-sha256$<pepper id>$<hex>}, keyed with a pepper derived from the master key. Secrets chosen
 * elsewhere: {@code pbkdf2-sha512$<iterations>$<salt>$<hash>}, base64 without padding.
 */
public final class SecretHasher {

  private static final String HMAC = "HmacSHA256";
  private static final String HMAC_PREFIX = "hmac-sha256$";
  private static final String PBKDF2 = "PBKDF2WithHmacSHA512";
  private static final Pattern PBKDF2_FORM =
      Pattern.compile(
          "pbkdf2-sha512\\$([1-9][0-9]{3,7})\\$([A-Za-z0-9+/]{22,86})\\$([A-Za-z0-9+/]{86})");
  private static final int SALT_BYTES = 16;
  private static final int HASH_BITS = 512;
  private static final int PEPPER_ID_LENGTH = 8;
  private static final Base64.Encoder BASE64 = Base64.getEncoder().withoutPadding();

  private final SecretKeySpec pepper;
  private final String pepperPrefix;

  public SecretHasher(MasterKey masterKey) {
    byte[] key = masterKey.derive("client-secret-pepper");
    String id = HexFormat.of().formatHex(Encoding.sha256(key)).substring(0, PEPPER_ID_LENGTH);
    this.pepper = new SecretKeySpec(key, HMAC);
    this.pepperPrefix = HMAC_PREFIX + id + '$';
  }

  /** The hash of a generated secret. */
  String hashGenerated(String secret) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(pepper);
      byte[] hash = mac.doFinal(secret.getBytes(StandardCharsets.UTF_8));
      return pepperPrefix + HexFormat.of().formatHex(hash);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HMAC-SHA256 is not available", e);
    }
  }

  /** A hash that an unknown client is compared with, so that it costs what a known one does. */
  String dummy() {
    return pepperPrefix + "0".repeat(64);
  }

  /** The hash of a chosen secret, with a fresh salt; costs about 0.2 seconds of one core. */
  public static String hashChosen(String secret, int iterations) {
    byte[] salt = new byte[SALT_BYTES];
    new SecureRandom().nextBytes(salt);
    return chosenForm(iterations, salt, derive(secret, salt, iterations));
  }

  /** A hash that nothing matches, whose check costs what that of a chosen secret does. */
  public static String dummyChosen(int iterations) {
    return chosenForm(iterations, new byte[SALT_BYTES], new byte[HASH_BITS / Byte.SIZE]);
  }

  private static String chosenForm(int iterations, byte[] salt, byte[] hash) {
    return "pbkdf2-sha512$%d$%s$%s"
        .formatted(iterations, BASE64.encodeToString(salt), BASE64.encodeToString(hash));
  }

  /** Whether a text is a hash of a chosen secret. */
  static boolean isChosenForm(String hash) {
    return PBKDF2_FORM.matcher(hash).matches();
  }

  /** The cost written in a hash of a chosen secret; empty for other forms. */
  public static Optional<Integer> iterations(String hash) {
    Matcher form = PBKDF2_FORM.matcher(hash);
    return form.matches() ? Optional.of(Integer.valueOf(form.group(1))) : Optional.empty();
  }

  /** Whether a chosen secret has this hash; costs one derivation. */
  public static boolean matchesChosen(String secret, String hash) {
    Matcher form = PBKDF2_FORM.matcher(hash);
    if (!form.matches()) {
      return false;
    }
    byte[] salt = Base64.getDecoder().decode(form.group(2));
    byte[] expected = Base64.getDecoder().decode(form.group(3));
    byte[] actual = derive(secret, salt, Integer.parseInt(form.group(1)));
    return MessageDigest.isEqual(actual, expected);
  }

  private static byte[] derive(String secret, byte[] salt, int iterations) {
    var spec = new PBEKeySpec(secret.toCharArray(), salt, iterations, HASH_BITS);
    try {
      return SecretKeyFactory.getInstance(PBKDF2).generateSecret(spec).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("PBKDF2 is not available", e);
    } finally {
      spec.clearPassword();
    }
  }
}
