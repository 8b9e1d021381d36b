package flows4ee.rest.guard;

import flows4ee.rest.wire.LinkBase;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells under which address a request reached the application: the configured base, else what a
 * trusted proxy forwarded ({@code Forwarded}, RFC 7239, before {@code X-Forwarded-*}), else the
 * request's own scheme, host and port.
 */
public final class LinkBases {

  /** Name of the servlet request attribute that holds the {@link LinkBase}. */
  public static final String ATTRIBUTE = "flows4ee.linkBase";

  private static final Pattern HOST =
      Pattern.compile("(\\[[0-9A-Fa-f:.]{2,45}]|[A-Za-z0-9._-]{1,253})(:\\d{1,5})?");
  private static final Pattern PREFIX = Pattern.compile("(/[A-Za-z0-9._~-]+)*/?");
  private static final Pattern FORWARDED_PAIR =
      Pattern.compile("(?i)(?:^|;)\\s*(proto|host)=(?:\"([^\"]*)\"|([^;\\s]*))");

  private LinkBases() {}

  /** The base of a request. */
  public static LinkBase of(HttpServletRequest request, RestSettings.Origin origin) {
    if (origin.base().isPresent()) {
      return new LinkBase(origin.base().get());
    }
    String scheme = request.getScheme();
    String host = host(request.getServerName(), request.getServerPort(), scheme);
    String prefix = request.getContextPath();
    if (isTrusted(request, origin)) {
      scheme = forwarded(request, "proto").filter(LinkBases::isScheme).orElse(scheme);
      host = forwardedHost(request).orElse(host);
      prefix = forwardedPrefix(request).orElse(prefix);
    }
    return new LinkBase(scheme + "://" + host + prefix);
  }

  private static boolean isTrusted(HttpServletRequest request, RestSettings.Origin origin) {
    return origin.isForwardedTrusted() && origin.trustedProxies().contains(request.getRemoteAddr());
  }

  private static String host(String name, int port, String scheme) {
    boolean isDefault = port == ("https".equals(scheme) ? 443 : 80);
    String bracketed = name.indexOf(':') >= 0 && !name.startsWith("[") ? "[" + name + "]" : name;
    return isDefault || port <= 0 ? bracketed : bracketed + ":" + port;
  }

  private static boolean isScheme(String scheme) {
    return "http".equals(scheme) || "https".equals(scheme);
  }

  private static Optional<String> forwardedHost(HttpServletRequest request) {
    return forwarded(request, "host")
        .map(host -> withPort(host, request.getHeader("X-Forwarded-Port")))
        .filter(host -> HOST.matcher(host).matches());
  }

  private static String withPort(String host, String port) {
    boolean isBare = host.indexOf(':', host.indexOf(']') + 1) < 0;
    return isBare && port != null && port.matches("\\d{1,5}") ? host + ":" + port : host;
  }

  private static Optional<String> forwardedPrefix(HttpServletRequest request) {
    return Optional.ofNullable(request.getHeader("X-Forwarded-Prefix"))
        .filter(prefix -> PREFIX.matcher(prefix).matches());
  }

  /** A value of {@code Forwarded}, or of its {@code X-Forwarded-} form when that is absent. */
  private static Optional<String> forwarded(HttpServletRequest request, String name) {
    String standard = request.getHeader("Forwarded");
    if (standard != null) {
      return pair(first(standard), name);
    }
    return Optional.ofNullable(request.getHeader("X-Forwarded-" + name)).map(LinkBases::first);
  }

  private static Optional<String> pair(String element, String name) {
    Matcher matcher = FORWARDED_PAIR.matcher(element);
    while (matcher.find()) {
      if (matcher.group(1).equalsIgnoreCase(name)) {
        return Optional.of(matcher.group(2) != null ? matcher.group(2) : matcher.group(3));
      }
    }
    return Optional.empty();
  }

  private static String first(String list) {
    int comma = list.indexOf(',');
    return (comma < 0 ? list : list.substring(0, comma)).strip();
  }
}
