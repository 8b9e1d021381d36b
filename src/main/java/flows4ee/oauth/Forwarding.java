package flows4ee.oauth;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What trusted proxies say about a request, by {@code Forwarded} (RFC 7239) or else {@code
 * X-Forwarded-For|Proto|Host|Port|Prefix}. Of a chain the entry counts that names the last address
 * which is no trusted proxy.
 */
record Forwarding(
    Optional<String> address,
    Optional<String> scheme,
    Optional<String> host,
    Optional<String> prefix) {

  static final Forwarding NONE =
      new Forwarding(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  private static final Pattern PREFIX = Pattern.compile("((?:/[A-Za-z0-9._~-]{1,64}){0,8})/?");
  private static final Pattern PORT = Pattern.compile("[0-9]{1,5}");

  static Forwarding of(HttpServletRequest request, Predicate<String> trusted) {
    List<String> elements = values(request, "Forwarded");
    return elements.isEmpty()
        ? ofSeparateHeaders(request, trusted)
        : ofStandardHeader(elements, trusted);
  }

  private static Forwarding ofStandardHeader(List<String> elements, Predicate<String> trusted) {
    List<Map<String, String>> hops = elements.stream().map(Forwarding::pairs).toList();
    Map<String, String> hop = hops.get(0);
    for (int i = hops.size() - 1; i >= 0; i--) {
      hop = hops.get(i);
      if (!trusted.test(bare(hop.getOrDefault("for", "")))) {
        break;
      }
    }
    return new Forwarding(
        Optional.ofNullable(hop.get("for")).map(Forwarding::bare).filter(Forwarding::isAddress),
        Optional.ofNullable(hop.get("proto")).flatMap(RequestOrigin::scheme),
        Optional.ofNullable(hop.get("host")).filter(RequestOrigin::isHost),
        Optional.empty());
  }

  private static Map<String, String> pairs(String element) {
    Map<String, String> pairs = new HashMap<>();
    for (String pair : element.split(";")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        String value = pair.substring(equals + 1).trim().replaceAll("^\"|\"$", "");
        pairs.put(pair.substring(0, equals).trim().toLowerCase(Locale.ROOT), value);
      }
    }
    return pairs;
  }

  private static Forwarding ofSeparateHeaders(
      HttpServletRequest request, Predicate<String> trusted) {
    List<String> addresses = new ArrayList<>(values(request, "X-Forwarded-For"));
    Collections.reverse(addresses);
    Optional<String> address =
        addresses.stream().map(Forwarding::bare).filter(trusted.negate()).findFirst();
    return new Forwarding(
        address.filter(Forwarding::isAddress),
        last(request, "X-Forwarded-Proto").flatMap(RequestOrigin::scheme),
        last(request, "X-Forwarded-Host")
            .map(host -> withPort(host, last(request, "X-Forwarded-Port")))
            .filter(RequestOrigin::isHost),
        last(request, "X-Forwarded-Prefix").flatMap(Forwarding::prefix));
  }

  /** A path without final slash; empty for the root. */
  private static Optional<String> prefix(String text) {
    Matcher matcher = PREFIX.matcher(text);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private static String withPort(String host, Optional<String> port) {
    boolean hasPort = host.matches(".*:[0-9]+");
    return port.filter(value -> !hasPort && PORT.matcher(value).matches())
        .filter(value -> !value.equals("80") && !value.equals("443"))
        .map(value -> host + ":" + value)
        .orElse(host);
  }

  private static Optional<String> last(HttpServletRequest request, String header) {
    List<String> values = values(request, header);
    return values.isEmpty() ? Optional.empty() : Optional.of(values.get(values.size() - 1));
  }

  private static List<String> values(HttpServletRequest request, String header) {
    return Collections.list(request.getHeaders(header)).stream()
        .flatMap(line -> Arrays.stream(line.split(",")))
        .map(String::trim)
        .filter(value -> !value.isEmpty())
        .toList();
  }

  /** An address without its port. */
  private static String bare(String node) {
    String text = node.replace("\"", "");
    if (text.startsWith("[")) {
      int end = text.indexOf(']');
      return end < 0 ? "" : text.substring(1, end);
    }
    boolean hasPort = text.indexOf(':') >= 0 && text.indexOf(':') == text.lastIndexOf(':');
    return hasPort ? text.substring(0, text.indexOf(':')) : text;
  }

  private static boolean isAddress(String text) {
    return SourceAddress.isLiteral(text);
  }
}
