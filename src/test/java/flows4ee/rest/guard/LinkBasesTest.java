package flows4ee.rest.guard;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkBasesTest {

  private static final RestSettings.Origin TRUSTING =
      new RestSettings.Origin(Optional.empty(), true, Set.of("10.0.0.1"));
  private static final RestSettings.Origin DIRECT = RestSettings.DEFAULTS.origin();

  @Test
  void shouldUseTheRequestItself() {
    assertThat(LinkBases.of(request(Map.of()), DIRECT).href("diagrams/7"))
        .isEqualTo("http://host:8080/flows4apex/v1/diagrams/7");
  }

  @Test
  void shouldPreferTheConfiguredBase() {
    var origin = new RestSettings.Origin(Optional.of("https://d.com/ords/f"), true, Set.of());
    assertThat(LinkBases.of(request(Map.of("Forwarded", "host=evil")), origin).url())
        .isEqualTo("https://d.com/ords/f/");
  }

  @Test
  void shouldBelieveTrustedProxiesOnly() {
    // given
    var headers = Map.of("Forwarded", "for=1.2.3.4;proto=https;host=\"api.example.com\", host=x");
    // then
    assertThat(LinkBases.of(request(headers), TRUSTING).url())
        .isEqualTo("https://api.example.com/flows4apex/");
    assertThat(LinkBases.of(request(headers), DIRECT).url())
        .isEqualTo("http://host:8080/flows4apex/");
  }

  @Test
  void shouldReadTheOlderHeaders() {
    // given
    var headers =
        Map.of(
            "X-Forwarded-Proto", "https",
            "X-Forwarded-Host", "api.example.com, inner",
            "X-Forwarded-Port", "8443",
            "X-Forwarded-Prefix", "/flows");
    // then
    assertThat(LinkBases.of(request(headers), TRUSTING).url())
        .isEqualTo("https://api.example.com:8443/flows/");
  }

  @ParameterizedTest
  @ValueSource(strings = {"host=evil/path", "host=\"a b\"", "host=a@b", "proto=javascript", "x"})
  void shouldIgnoreMalformedValues(String forwarded) {
    assertThat(LinkBases.of(request(Map.of("Forwarded", forwarded)), TRUSTING).url())
        .isEqualTo("http://host:8080/flows4apex/");
  }

  private static HttpServletRequest request(Map<String, String> headers) {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            LinkBasesTest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getScheme" -> "http";
                  case "getServerName" -> "host";
                  case "getServerPort" -> 8080;
                  case "getContextPath" -> "/flows4apex";
                  case "getRemoteAddr" -> "10.0.0.1";
                  case "getHeader" ->
                      headers.entrySet().stream()
                          .filter(e -> e.getKey().equalsIgnoreCase((String) arguments[0]))
                          .map(Map.Entry::getValue)
                          .findFirst()
                          .orElse(null);
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }
}
