package flows4ee.rest.guard;

import static org.assertj.core.api.Assertions.assertThat;

import flows4ee.oauth.OAuthSettings.Origin;
import flows4ee.rest.wire.LinkBase;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the outermost layer tells the others about a request. */
class EdgeFilterTest {

  private static final Origin TRUSTING =
      new Origin(Optional.empty(), true, Set.of("10.1.0.0/16", "0:0:0:0:0:0:0:1"));
  private static final Map<String, String> FORWARDED =
      Map.of("Forwarded", "for=203.0.113.9;proto=https;host=api.example.com");

  private final Map<String, Object> attributes = new HashMap<>();

  private void pass(String peer, Map<String, String> headers, Origin origin) throws Exception {
    EdgeFilter filter = new EdgeFilter();
    filter.settings = settings(origin);
    FilterChain end = (request, response) -> {};
    filter.doFilter(
        request(peer, headers),
        proxy(HttpServletResponse.class, (proxy, method, arguments) -> null),
        end);
  }

  private static RuntimeSettings settings(Origin origin) {
    RestSettings given = RestSettings.DEFAULTS;
    RestSettings settings =
        new RestSettings(
            origin,
            given.limits(),
            given.log(),
            given.isStrictGet(),
            given.isPingForAnyRole(),
            given.idempotencyHours(),
            given.corsOrigins(),
            given.isOpenApiPublic(),
            given.userTaskUrlTemplate());
    return proxy(RuntimeSettings.class, (proxy, method, arguments) -> settings);
  }

  private HttpServletRequest request(String peer, Map<String, String> headers) {
    return proxy(
        HttpServletRequest.class,
        (proxy, method, arguments) ->
            switch (method.getName()) {
              case "getServletPath" -> "/console";
              case "getRequestURI" -> "/flows4apex/console/";
              case "getContextPath" -> "/flows4apex";
              case "getRemoteAddr" -> peer;
              case "getScheme" -> "http";
              case "getServerName" -> "host";
              case "getServerPort" -> 8080;
              case "isSecure" -> false;
              case "getHeader" -> headers.get(arguments[0]);
              case "getHeaders" ->
                  Collections.enumeration(
                      Optional.ofNullable(headers.get(arguments[0]))
                          .map(List::of)
                          .orElse(List.of()));
              case "getAttribute" -> attributes.get(arguments[0]);
              case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
              default -> throw new UnsupportedOperationException(method.getName());
            });
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(
            EdgeFilterTest.class.getClassLoader(), new Class<?>[] {type}, handler));
  }

  @Test
  void shouldBelieveProxiesOfATrustedNetwork() throws Exception {
    pass("10.1.2.3", FORWARDED, TRUSTING);
    assertThat(attributes)
        .containsEntry(EdgeFilter.BASE, new LinkBase("https://api.example.com/flows4apex/"))
        .containsEntry(EdgeFilter.PEER, "203.0.113.9");
  }

  @Test
  void shouldKnowATrustedProxyHoweverItsAddressIsWritten() throws Exception {
    pass("::1", FORWARDED, TRUSTING);
    assertThat(attributes)
        .containsEntry(EdgeFilter.BASE, new LinkBase("https://api.example.com/flows4apex/"));
  }

  @Test
  void shouldTakeTheRequestItselfFromOtherPeers() throws Exception {
    pass("10.2.0.1", FORWARDED, TRUSTING);
    assertThat(attributes)
        .containsEntry(EdgeFilter.BASE, new LinkBase("http://host:8080/flows4apex/"))
        .containsEntry(EdgeFilter.PEER, "10.2.0.1");
  }

  @Test
  void shouldPreferTheConfiguredBase() throws Exception {
    pass("10.1.2.3", FORWARDED, new Origin(Optional.of("https://d.com/ords/f"), true, Set.of()));
    assertThat(attributes).containsEntry(EdgeFilter.BASE, new LinkBase("https://d.com/ords/f/"));
  }
}
