package flows4ee.admin.console.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Set;

/**
 * Tells whether a page of our own sent a request, by the headers that browsers set and scripts
 * cannot: {@code Sec-Fetch-Site} and {@code Origin}.
 */
final class SameOrigin {

  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  private SameOrigin() {}

  /** Whether the method promises to change nothing. */
  static boolean isSafe(HttpServletRequest request) {
    return SAFE.contains(request.getMethod());
  }

  /**
   * Checks the headers. What only reads may come without them or from the address bar, anything
   * else has to carry at least one.
   *
   * @param base the application's base URL as callers know it
   */
  static boolean isGiven(HttpServletRequest request, String base) {
    String site = request.getHeader("Sec-Fetch-Site");
    String origin = request.getHeader("Origin");
    boolean isSafe = isSafe(request);
    if (site == null && origin == null) {
      return isSafe;
    }
    boolean isOwnSite = site == null || site.equals("same-origin") || isSafe && site.equals("none");
    return isOwnSite && (origin == null || isOwn(origin, request, base));
  }

  private static boolean isOwn(String origin, HttpServletRequest request, String base) {
    String sent = origin.toLowerCase(Locale.ROOT);
    return sent.equals(originOf(base))
        || sent.equals(request.getScheme() + "://" + host(request).toLowerCase(Locale.ROOT));
  }

  private static String host(HttpServletRequest request) {
    String host = request.getHeader("Host");
    return host == null ? "" : host;
  }

  private static String originOf(String base) {
    try {
      URI uri = URI.create(base);
      return (uri.getScheme() + "://" + uri.getRawAuthority()).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
