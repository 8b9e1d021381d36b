package flows4ee.rest.guard;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** Strong entity tags (RFC 9110 section 8.8.3). */
public final class EntityTags {

  /** Ending of the tag of a compressed representation. */
  static final String GZIP = "-gzip";

  private static final int LENGTH = 18;

  private EntityTags() {}

  /**
   * The tag of a representation, in quotes.
   *
   * @param seed what else it depends on
   * @param suffix of the content coding
   */
  public static String of(byte[] representation, String seed, String suffix) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(representation);
      byte[] hash = digest.digest(seed.getBytes(StandardCharsets.UTF_8));
      String text = Base64.getUrlEncoder().encodeToString(Arrays.copyOf(hash, LENGTH));
      return '"' + text + suffix + '"';
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether {@code If-Match} names a representation, in whatever content coding. */
  public static boolean isMatch(String list, byte[] representation, String seed) {
    return matches(list, of(representation, seed, ""))
        || matches(list, of(representation, seed, GZIP));
  }

  /**
   * Whether a list of {@code If-Match} or {@code If-None-Match} names the tag, or is {@code *}.
   *
   * @param list null when the header is absent
   */
  public static boolean matches(String list, String tag) {
    if (list == null) {
      return false;
    }
    for (String candidate : list.split(",")) {
      String bare = candidate.strip().replaceFirst("^W/", "");
      if (bare.equals(tag) || bare.equals("*")) {
        return true;
      }
    }
    return false;
  }
}
