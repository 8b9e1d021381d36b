package flows4ee.admin.console;

import flows4ee.oauth.key.Encoding;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The secret of a session, 256 random bits as 43 characters of base64url. The cookie alone carries
 * it; the database holds its hash, pages get the CSRF token, from which it cannot be told.
 *
 * @param text the value of the cookie
 */
public record SessionToken(String text) {

  private static final int BYTES = 32;
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");
  private static final String CSRF = "csrf:";
  private static final SecureRandom RANDOM = new SecureRandom();

  static SessionToken random() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new SessionToken(Encoding.base64Url(bytes));
  }

  /** The token in a text, if it has the form of one. */
  public static Optional<SessionToken> of(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new SessionToken(text)) : Optional.empty();
  }

  /** The hex SHA-256, as stored. */
  String hash() {
    return Encoding.sha256Hex(text);
  }

  /** What unsafe requests of this session carry in {@code X-CSRF-Token}: 64 hex digits. */
  public String csrfToken() {
    return Encoding.sha256Hex(CSRF + text);
  }

  /** Keeps the token out of logs. */
  @Override
  public String toString() {
    return "SessionToken[...]";
  }
}
