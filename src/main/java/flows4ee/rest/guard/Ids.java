package flows4ee.rest.guard;

import java.util.Optional;
import java.util.regex.Pattern;

/** Ids in paths and queries: decimal, 1 to 2^63-1, no sign, no leading zero. */
public final class Ids {

  private static final Pattern CANONICAL = Pattern.compile("[1-9][0-9]{0,18}");

  private Ids() {}

  /** The id, when the text is one. */
  public static Optional<Long> parse(String text) {
    if (!CANONICAL.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Long.valueOf(text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** The id of a path; any other text addresses nothing: 404 {@code Item not found}. */
  public static long require(String text) {
    return parse(text).orElseThrow(Refusal.ITEM_NOT_FOUND::exception);
  }
}
