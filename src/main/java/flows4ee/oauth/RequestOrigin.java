package flows4ee.oauth;

import flows4ee.oauth.OAuthSettings.Origin;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a request came from and how the caller addressed us. Forwarding headers count only when
 * they are trusted and the peer is one of the trusted proxies; malformed ones are ignored.
 *
 * @param address source address
 * @param secure whether the caller used HTTPS
 * @param loopback whether the peer itself is this machine
 * @param base base URL of the application without final slash, for links and realms
 */
public record RequestOrigin(String address, boolean secure, boolean loopback, String base) {

  private static final Pattern HOST =
      Pattern.compile("(?:[A-Za-z0-9._-]{1,255}|\\[[0-9A-Fa-f:.]{2,45}])(?::[0-9]{1,5})?");

  /** Reads the origin of a request under the present settings. */
  public static RequestOrigin of(HttpServletRequest request, Origin settings) {
    String peer = request.getRemoteAddr();
    Forwarding forwarding =
        settings.trustForwarded() && isTrusted(peer, settings)
            ? Forwarding.of(request, address -> isTrusted(address, settings))
            : Forwarding.NONE;
    String scheme = forwarding.scheme().orElse(request.getScheme());
    boolean secure = forwarding.scheme().map("https"::equals).orElse(request.isSecure());
    return new RequestOrigin(
        forwarding.address().orElse(peer),
        secure,
        SourceAddress.isLoopback(peer),
        settings
            .base()
            .map(RequestOrigin::withoutSlash)
            .orElseGet(() -> requestBase(request, scheme, forwarding)));
  }

  private static boolean isTrusted(String address, Origin settings) {
    return settings.trustedProxies().stream()
        .anyMatch(proxy -> SourceAddress.isWithin(address, proxy));
  }

  private static String requestBase(
      HttpServletRequest request, String scheme, Forwarding forwarding) {
    String host = forwarding.host().orElseGet(() -> ownHost(request, scheme));
    String path = forwarding.prefix().orElse(request.getContextPath());
    return isHost(host) ? scheme + "://" + host + path : path;
  }

  private static String ownHost(HttpServletRequest request, String scheme) {
    int defaultPort = "https".equals(scheme) ? 443 : 80;
    int port = request.getServerPort();
    String name = request.getServerName();
    String host = name.contains(":") && !name.startsWith("[") ? "[" + name + "]" : name;
    return port == defaultPort || port <= 0 ? host : host + ":" + port;
  }

  static boolean isHost(String host) {
    return HOST.matcher(host).matches();
  }

  static Optional<String> scheme(String text) {
    String scheme = text.toLowerCase(Locale.ROOT);
    return scheme.equals("http") || scheme.equals("https") ? Optional.of(scheme) : Optional.empty();
  }

  private static String withoutSlash(String base) {
    return base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
  }
}
