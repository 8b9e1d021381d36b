package flows4ee.oauth.endpoint;

import java.util.List;
import java.util.Optional;

/**
 * What Authorization headers hold, read after RFC 6750 section 2.1.
 *
 * @param token present for a well-formed bearer token only
 */
record BearerHeader(Kind kind, Optional<String> token) {

  /** The kinds of headers that are told apart. */
  enum Kind {
    BEARER,
    OTHER_SCHEME,
    SEVERAL,
    TOO_LARGE
  }

  private static final String SCHEME = "bearer";
  private static final int MAX_LENGTH = 8192;
  private static final String TOKEN_MARKS = "-._~+/";

  static BearerHeader of(List<String> headers) {
    if (headers.size() > 1) {
      return new BearerHeader(Kind.SEVERAL, Optional.empty());
    }
    String header = headers.get(0);
    if (header.length() > MAX_LENGTH) {
      return new BearerHeader(Kind.TOO_LARGE, Optional.empty());
    }
    int end = header.indexOf(' ');
    String scheme = end < 0 ? header : header.substring(0, end);
    if (!scheme.equalsIgnoreCase(SCHEME)) {
      return new BearerHeader(Kind.OTHER_SCHEME, Optional.empty());
    }
    String token = end < 0 ? "" : header.substring(end).strip();
    return new BearerHeader(Kind.BEARER, Optional.of(token).filter(BearerHeader::isToken));
  }

  /** One or more of the characters of a token (b64token), then any number of {@code =}. */
  private static boolean isToken(String text) {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == '=') {
      end--;
    }
    for (int i = 0; i < end; i++) {
      if (!isTokenCharacter(text.charAt(i))) {
        return false;
      }
    }
    return end > 0;
  }

  private static boolean isTokenCharacter(char c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || TOKEN_MARKS.indexOf(c) >= 0;
  }
}
