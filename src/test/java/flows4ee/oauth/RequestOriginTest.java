package flows4ee.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import flows4ee.oauth.OAuthSettings.Origin;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where requests come from, with and without proxies. */
class RequestOriginTest {

  private static final Origin TRUSTING =
      new Origin(Optional.empty(), true, Set.of("10.0.0.1", "10.1.0.0/16"));

  private static HttpServletRequest request(String peer, Map<String, String> headers) {
    return request(peer, "app.example.org", headers);
  }

  private static HttpServletRequest request(String peer, String host, Map<String, String> headers) {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            RequestOriginTest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getRemoteAddr" -> peer;
                  case "getScheme" -> "http";
                  case "isSecure" -> false;
                  case "getServerName" -> host;
                  case "getServerPort" -> 8080;
                  case "getContextPath" -> "/flows4apex";
                  case "getHeaders" ->
                      Collections.enumeration(
                          Optional.ofNullable(headers.get(arguments[0]))
                              .map(List::of)
                              .orElse(List.of()));
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  @Test
  void shouldTakeTheRequestItself() {
    assertThat(RequestOrigin.of(request("192.0.2.7", Map.of()), Origin.DIRECT))
        .isEqualTo(
            new RequestOrigin("192.0.2.7", false, false, "http://app.example.org:8080/flows4apex"));
  }

  @Test
  void shouldPreferTheConfiguredBase_SEC_REV_6_SEC_HTTP_10() {
    // given
    var configured = new Origin(Optional.of("https://flows.example.org/f4a/"), false, Set.of());
    var headers = Map.of("X-Forwarded-Host", "evil", "Forwarded", "host=evil;proto=https");
    // then
    assertThat(RequestOrigin.of(request("192.0.2.7", "evil", headers), configured))
        .isEqualTo(new RequestOrigin("192.0.2.7", false, false, "https://flows.example.org/f4a"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "::1", "0:0:0:0:0:0:0:1", "127.8.9.1"})
  void shouldKnowLoopbackPeers(String peer) {
    assertThat(RequestOrigin.of(request(peer, Map.of()), Origin.DIRECT).loopback()).isTrue();
  }

  @Test
  void shouldBelieveForwardingOfTrustedProxiesOnly_SEC_TOK_16() {
    // given
    var headers =
        Map.of(
            "X-Forwarded-For", "203.0.113.9",
            "X-Forwarded-Proto", "https",
            "X-Forwarded-Host", "flows.example.org",
            "X-Forwarded-Prefix", "/ords/f4a");
    // then
    assertThat(RequestOrigin.of(request("10.0.0.1", headers), TRUSTING))
        .isEqualTo(
            new RequestOrigin("203.0.113.9", true, false, "https://flows.example.org/ords/f4a"));
    assertThat(RequestOrigin.of(request("192.0.2.7", headers), TRUSTING).secure()).isFalse();
    assertThat(RequestOrigin.of(request("192.0.2.7", headers), TRUSTING).address())
        .isEqualTo("192.0.2.7");
    assertThat(RequestOrigin.of(request("10.0.0.1", headers), Origin.DIRECT).secure()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "for=203.0.113.9;proto=https;host=flows.example.org | 203.0.113.9 | https://flows.example.org/flows4apex",
        "for=1.1.1.1;proto=http, for=203.0.113.9;proto=https;host=a.example, for=10.1.2.3 | 203.0.113.9 | https://a.example/flows4apex",
        "For=\"[2001:db8::1]:4711\";Proto=HTTPS;Host=\"a.example:444\" | 2001:db8::1 | https://a.example:444/flows4apex",
        "for=unknown;proto=gopher;host=\"bad host\" | 10.0.0.1 | http://app.example.org:8080/flows4apex"
      })
  void shouldReadTheStandardHeader(String header, String address, String base) {
    // when
    RequestOrigin origin =
        RequestOrigin.of(request("10.0.0.1", Map.of("Forwarded", header)), TRUSTING);
    // then
    assertThat(origin.address()).isEqualTo(address);
    assertThat(origin.base()).isEqualTo(base);
  }

  @ParameterizedTest
  @CsvSource({
    "/flows, /flows",
    "/flows/, /flows",
    "/, ''",
    "//evil, /flows4apex",
    "/a b, /flows4apex"
  })
  void shouldReadTheForwardedPrefix(String prefix, String path) {
    // given
    var headers =
        Map.of(
            "X-Forwarded-Host", "evil.example, api.example.com",
            "X-Forwarded-Port", "8443",
            "X-Forwarded-Prefix", prefix);
    // then
    assertThat(RequestOrigin.of(request("10.0.0.1", headers), TRUSTING).base())
        .isEqualTo("http://api.example.com:8443" + path);
  }

  @ParameterizedTest
  @ValueSource(strings = {"host=evil/path", "host=\"a b\"", "host=a@b", "proto=javascript", "x"})
  void shouldIgnoreMalformedValues(String forwarded) {
    assertThat(
            RequestOrigin.of(request("10.0.0.1", Map.of("Forwarded", forwarded)), TRUSTING).base())
        .isEqualTo("http://app.example.org:8080/flows4apex");
  }

  @Test
  void shouldSkipTrustedProxiesOfAChain() {
    // given
    var headers = Map.of("X-Forwarded-For", "198.51.100.1, 203.0.113.9, 10.1.7.7");
    // then
    assertThat(RequestOrigin.of(request("10.0.0.1", headers), TRUSTING).address())
        .isEqualTo("203.0.113.9");
  }

  @Test
  void shouldNeverRepeatAMalformedHost_SEC_HTTP_10() {
    assertThat(RequestOrigin.of(request("192.0.2.7", "evil\"\r\n", Map.of()), Origin.DIRECT).base())
        .isEqualTo("/flows4apex");
  }

  @ParameterizedTest
  @CsvSource({
    "203.0.113.77, 203.0.113.0",
    "2001:db8:1:2:3:4:5:6, 2001:db8:1:0:0:0:0:0",
    "host.example, ''"
  })
  void shouldTruncateAddressesThatAreKept(String address, String kept) {
    assertThat(SourceAddress.truncated(address)).isEqualTo(kept);
  }
}
