package flows4ee.rest;

import static org.assertj.core.api.Assertions.assertThat;

import flows4ee.oauth.Role;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The utilities over HTTP, to the letter. */
class UtilsIT extends RestIT {

  private String token() {
    return api.request("v1/utils/ping").build().headers().firstValue("Authorization").orElseThrow();
  }

  @Test
  @DisplayName("oauth point 9: ping repeats the header as it was sent")
  void shouldRepeatTheHeader() {
    assertAnswer(api.get("v1/utils/ping"), "{\"status\":\"ok\",\"token\":\"" + token() + "\"}");
    String lower = "bearer" + token().substring("Bearer".length());
    var response = server.anonymous().withAuthorization(lower).get("v1/utils/ping");
    assertAnswer(response, "{\"status\":\"ok\",\"token\":\"" + lower + "\"}");
    assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(response.headers().firstValue("ETag")).isEmpty();
  }

  @Test
  void shouldHidePingFromOtherRoles() {
    assertAnswer(server.apiWith(Role.READ).get("v1/utils/ping"), emptyCollection("utils/ping"));
  }

  @Test
  void shouldPrintTheEnvironmentAsLines() {
    var response =
        api.send(
            api.request("v1/utils/print_cgi?a=" + encode("<b>"))
                .header("Cookie", "secret=1")
                .header("X-Test", "<i>\"&'"));
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type").orElse("").replace(" ", ""))
        .isEqualToIgnoringCase("text/html;charset=utf-8");
    assertThat(response.body().lines())
        .contains(
            "REQUEST_METHOD = GET<BR>",
            "REQUEST_PROTOCOL = HTTP/1.1<BR>",
            "QUERY_STRING = a=%3Cb%3E<BR>",
            "PATH_INFO = /v1/utils/print_cgi<BR>",
            "SERVER_PORT = " + server.base().getPort() + "<BR>",
            "REMOTE_USER = " + server.credentials().id() + "<BR>",
            "X-APEX-BASE = " + server.base() + "/<BR>",
            "X-APEX-PATH = v1/utils/print_cgi<BR>",
            "X-APEX-METHOD = GET<BR>",
            "HTTP_AUTHORIZATION = Bearer ****<BR>",
            "HTTP_COOKIE = ****<BR>",
            "HTTP_X_TEST = &lt;i&gt;&quot;&amp;&#39;<BR>")
        .allMatch(line -> line.endsWith("<BR>"));
    assertThat(response.body()).doesNotContain(token().substring(7), "secret=1");
  }

  @Test
  void shouldPrintTheEnvironmentAsJson() {
    var response = api.send(api.request("v1/utils/print_cgi").header("Accept", "application/json"));
    assertThat(json(response).getString("HTTP_AUTHORIZATION")).isEqualTo("Bearer ****");
    assertThat(json(response).getString("HTTP_ACCEPT")).isEqualTo("application/json");
    assertThat(json(response).getString("REQUEST_METHOD")).isEqualTo("GET");
    assertThat(response.body()).startsWith("{\"REQUEST_METHOD\":\"GET\",\"REQUEST_PROTOCOL\":");
  }

  @Test
  void shouldRefuseTheEnvironmentWithoutAdmin() {
    assertRefusal(
        server.apiWith(Role.READ).get("v1/utils/print_cgi"),
        403,
        "{\"success\":false,\"message\":\"Unauthorized\"}");
  }

  @Test
  void shouldListTheRolesOfTheCaller() {
    assertAnswer(
        server.apiWith(Role.ADMIN).get("v1/utils/roles"),
        collection("utils/roles", "{\"role_name\":\"Flows for Apex - Admin\"}", 1));
    assertAnswer(server.apiWith(Role.WRITE).get("v1/utils/roles"), emptyCollection("utils/roles"));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
