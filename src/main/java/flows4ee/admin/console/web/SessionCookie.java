package flows4ee.admin.console.web;

import flows4ee.admin.console.SessionToken;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The cookie that carries the session's token: never seen by scripts, never sent by other sites;
 * over HTTPS under a name that only this host can set (RFC 6265bis, prefix {@code __Host-}).
 */
enum SessionCookie {
  PLAIN("flows-session", ""),
  SECURE("__Host-flows-session", "; Secure");

  private final String cookieName;
  private final String attributes;

  SessionCookie(String cookieName, String attributes) {
    this.cookieName = cookieName;
    this.attributes = "; Path=/; HttpOnly; SameSite=Strict" + attributes;
  }

  static SessionCookie of(boolean isSecure) {
    return isSecure ? SECURE : PLAIN;
  }

  /** The token a request carries; none when there are several cookies of the name. */
  Optional<SessionToken> read(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    if (cookies == null) {
      return Optional.empty();
    }
    List<String> values =
        Arrays.stream(cookies)
            .filter(cookie -> cookie.getName().equals(cookieName))
            .map(Cookie::getValue)
            .toList();
    return values.size() == 1 ? SessionToken.of(values.get(0)) : Optional.empty();
  }

  /** Gives the browser a token until it is closed. */
  void write(SessionToken token, HttpServletResponse response) {
    response.addHeader("Set-Cookie", cookieName + "=" + token.text() + attributes);
  }

  /** Takes the token away. */
  void clear(HttpServletResponse response) {
    response.addHeader("Set-Cookie", cookieName + "=; Max-Age=0" + attributes);
  }
}
