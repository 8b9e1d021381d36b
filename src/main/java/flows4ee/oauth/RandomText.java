package flows4ee.oauth;

import flows4ee.oauth.key.Encoding;
import java.security.SecureRandom;

/** Unguessable texts of unreserved characters. */
final class RandomText {

  private RandomText() {}

  static String of(SecureRandom random, int bytes) {
    byte[] value = new byte[bytes];
    random.nextBytes(value);
    return Encoding.base64Url(value);
  }
}
