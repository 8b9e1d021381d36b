package flows4ee.admin.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import flows4ee.server.TestServer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the servers make of addresses below {@code /console} (WEB-1, 2, 8, HTTP-5). WildFly refuses
 * {@code WEB-INF} by itself, with a page of its own, before the application sees the request.
 */
class ConsolePagesIT {

  private final TestServer server = TestServer.current();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "console/no-such-file.js",
        "console/../WEB-INF/web.xml",
        "console/%2e%2e/WEB-INF/web.xml",
        "console/..%2fWEB-INF%2fweb.xml",
        "console//index.html",
        "console/index.html;a=b",
        "console/assets/",
        "console/instances/17",
        "WEB-INF/web.xml",
        "META-INF/MANIFEST.MF",
        "console/WEB-INF/web.xml.",
      })
  void shouldRefuseWhatIsNoPage_SEC_WEB_8(String path) {
    var response = server.anonymous().get(path);
    assertThat(response.statusCode()).as(response.body()).isBetween(400, 404);
    assertThat(response.body()).doesNotContain("<web-app", "Manifest-Version");
  }

  /** Payara takes the session out of the address before the application sees it. */
  @Test
  void shouldTakeNoSessionFromTheAddress_SEC_WEB_3() {
    var response = server.anonymous().get("console/index.html;jsessionid=1");
    assertThat(response.statusCode()).isIn(200, 404);
    assertThat(response.headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(response.body()).doesNotContain("jsessionid");
  }

  /** Payara leads to the application's root before the application sees the request. */
  @Test
  void shouldNotLeadOutOfTheFolder() {
    var response = server.anonymous().get("console/..;/WEB-INF/web.xml");
    assertThat(response.statusCode()).as(response.body()).isIn(301, 400, 404);
    assertThat(response.headers().firstValue("Location").orElse(server.base() + "/"))
        .isEqualTo(server.base() + "/");
    assertThat(response.body()).doesNotContain("<web-app");
  }

  @ParameterizedTest
  @ValueSource(strings = {"console/", "console/index.html"})
  void shouldServeTheDocument(String path) {
    var response = server.anonymous().get(path);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
    assertThat(response.headers().firstValue("Cache-Control")).contains("no-cache");
    assertThat(response.body()).contains("<title>Flows for Jakarta EE</title>", "./assets/");
  }

  @Test
  void shouldLetWhatNeverChangesBeKept() {
    // given
    var document = server.anonymous().get("console/").body();
    var script = Pattern.compile("\\./(assets/[\\w.-]+\\.js)").matcher(document);
    assertThat(script.find()).isTrue();
    // when
    var response = server.anonymous().get("console/" + script.group(1));
    // then
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type").orElse("")).contains("javascript");
    assertThat(response.headers().firstValue("Cache-Control"))
        .contains("public, max-age=31536000, immutable");
  }

  @Test
  void shouldTellTheLicencesOfWhatItIsMadeOf() {
    var response = server.anonymous().get("console/licenses.txt");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
    assertThat(response.body()).contains("bpmn-js ", "preact ", "Permission is hereby granted");
  }

  @Test
  void shouldGuardEveryAnswerBelowTheConsole_SEC_WEB_1_SEC_WEB_2() {
    var headers = server.anonymous().get("console/no-such-file.js").headers();
    assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
        .startsWith("default-src 'none'; script-src 'self'");
    assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
    assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).contains("same-origin");
    assertThat(headers.firstValue("X-Frame-Options")).contains("DENY");
    assertThat(headers.firstValue("Set-Cookie")).isEmpty();
  }

  @Test
  void shouldOnlyBeRead() {
    var response = server.console().post("console/index.html", "{}");
    assertThat(response.statusCode()).isEqualTo(405);
    assertThat(response.headers().firstValue("Allow")).contains("GET, HEAD, OPTIONS");
  }
}
