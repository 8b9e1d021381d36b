package flows4ee.admin.console.web;

import flows4ee.admin.console.SessionToken;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** The header {@code X-CSRF-Token}, which pages of other sites cannot send. */
final class CsrfHeader {

  static final String REFUSAL = "CSRF token missing or wrong";
  private static final String NAME = "X-CSRF-Token";

  private CsrfHeader() {}

  /** Whether the request carries the token of this session. */
  static boolean matches(HttpServletRequest request, SessionToken session) {
    String given = request.getHeader(NAME);
    return given != null && MessageDigest.isEqual(bytes(given), bytes(session.csrfToken()));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
