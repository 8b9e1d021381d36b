package flows4ee.admin.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import flows4ee.oauth.Role;
import flows4ee.oauth.Roles;
import flows4ee.server.ConsoleClient;
import flows4ee.server.ConsoleUser;
import flows4ee.server.TestServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.EnumSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sign-in, session cookie, CSRF protection and rights at the console (WEB-3, 4, 5, 7, 8). */
class ConsoleSessionIT {

  private static final String NO_CSRF =
      "{\"success\":false,\"message\":\"CSRF token missing or wrong\"}";
  private static final String CROSS_SITE =
      "{\"success\":false,\"message\":\"Cross-site request refused\"}";
  private static final String UNAUTHORIZED = "{\"success\":false,\"message\":\"Unauthorized\"}";

  private final TestServer server = TestServer.current();

  private static JsonObject json(HttpResponse<String> response) {
    try (var reader = Json.createReader(new StringReader(response.body()))) {
      return reader.readObject();
    }
  }

  private static void assertAnswer(HttpResponse<String> response, int status, String body) {
    assertThat(response.body()).isEqualTo(body);
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
  }

  @Test
  void shouldSignInWithAStrictCookieAndTellTheRoles_SEC_WEB_3() {
    // when
    var response =
        server.console().post("session", ConsoleClient.signInBody(server.administrator()));
    // then
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    assertThat(response.headers().allValues("Set-Cookie"))
        .singleElement()
        .asString()
        .matches("flows-session=[\\w-]{43}; Path=/; HttpOnly; SameSite=Strict");
    var body = json(response);
    assertThat(body.keySet()).containsExactly("name", "roles", "csrf_token");
    assertThat(body.getString("name")).isEqualTo(server.administrator().name());
    assertThat(body.getJsonArray("roles").getValuesAs(v -> v.toString().replace("\"", "")))
        .isEqualTo(Role.namesOf(EnumSet.allOf(Role.class)));
  }

  @Test
  void shouldTellWhoIsSignedIn() {
    // given
    var session = server.console().signIn(server.reader());
    // when
    var response = session.get("session");
    // then
    assertAnswer(
        response,
        200,
        "{\"name\":\"%s\",\"roles\":[\"%s\"],\"csrf_token\":\"%s\"}"
            .formatted(server.reader().name(), Roles.READ, session.csrfToken()));
    assertAnswer(server.console().get("session"), 401, UNAUTHORIZED);
  }

  @Test
  void shouldAnswerUnknownNameAndWrongPasswordAlike() {
    // given
    var unknown = new ConsoleUser("nobody " + UUID.randomUUID(), "some wrong password");
    var wrong = new ConsoleUser(server.reader().name(), "some wrong password");
    // then
    for (var user : new ConsoleUser[] {unknown, wrong}) {
      var response = server.console().post("session", ConsoleClient.signInBody(user));
      assertAnswer(response, 401, "{\"success\":false,\"message\":\"Sign-in failed\"}");
      assertThat(response.headers().firstValue("Set-Cookie")).isEmpty();
    }
  }

  @Test
  void shouldSlowDownGuessing_SEC_WEB_8() {
    // given
    var user = new ConsoleUser("victim " + UUID.randomUUID(), "some wrong password");
    var body = ConsoleClient.signInBody(user);
    for (int i = 0; i < 5; i++) {
      assertThat(server.console().post("session", body).statusCode()).isEqualTo(401);
    }
    // when
    var response = server.console().post("session", body);
    // then
    assertAnswer(response, 429, "{\"success\":false,\"message\":\"Too many requests\"}");
    assertThat(response.headers().firstValue("Retry-After").orElse("")).matches("[1-9]\\d*");
  }

  @Test
  void shouldMakeANewSessionAtEachSignInAndEndTheOldOne_SEC_WEB_5() {
    // given
    var first = server.console().signIn(server.reader());
    // when
    var second = first.withCsrfToken(null).signIn(server.reader());
    // then
    assertThat(second.cookie()).isNotEqualTo(first.cookie());
    assertThat(second.csrfToken()).isNotEqualTo(first.csrfToken());
    assertThat(first.get("session").statusCode()).isEqualTo(401);
    assertThat(second.get("session").statusCode()).isEqualTo(200);
  }

  @Test
  void shouldEndTheSessionAtSignOut_SEC_WEB_5() {
    // given
    var session = server.console().signIn(server.administrator());
    assertAnswer(session.withCsrfToken(null).delete("session"), 403, NO_CSRF);
    // when
    var response = session.delete("session");
    // then
    assertThat(response.statusCode()).isEqualTo(204);
    assertThat(response.headers().firstValue("Set-Cookie").orElse("")).contains("Max-Age=0");
    assertThat(session.get("session").statusCode()).isEqualTo(401);
    assertThat(session.get("v1/diagrams").statusCode()).isEqualTo(401);
    assertThat(session.post("v1/messages", "{}").statusCode()).isEqualTo(401);
  }

  @Test
  void shouldReachTheRestApiWithTheRolesOfTheUser_SEC_WEB_7() {
    // given
    var administrator = server.console().signIn(server.administrator());
    var reader = server.console().signIn(server.reader());
    // then
    assertThat(administrator.get("v1/configuration").body()).contains("rest_base");
    assertThat(json(reader.get("v1/configuration")).getJsonArray("items")).isEmpty();
    assertThat(reader.get("v1/diagrams").statusCode()).isEqualTo(200);
    var refused = reader.put("v1/configuration", "{\"rest_base\":null}");
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body())
        .isEqualTo("{\"success\":false,\"message\":\"Necessary privilege not granted\"}");
  }

  @Test
  void shouldChangeThingsOnlyWithTheCsrfTokenOfTheSession_SEC_WEB_4() {
    // given
    var session = server.console().signIn(server.administrator());
    var other = server.console().signIn(server.administrator());
    var body = "{\"usertask_url_template\":\"https://example.com/forged\"}";
    // then
    for (var token : new String[] {null, "", "0".repeat(64), other.csrfToken()}) {
      assertAnswer(session.withCsrfToken(token).put("v1/configuration", body), 403, NO_CSRF);
    }
    assertThat(session.get("v1/configuration").body()).doesNotContain("/forged");
    assertThat(session.put("v1/configuration", "{\"usertask_url_template\":null}").statusCode())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "Origin, https://evil.example",
    "Origin, null",
    "Sec-Fetch-Site, cross-site",
    "Sec-Fetch-Site, same-site",
    "Sec-Fetch-Site, none",
    "X-None, x"
  })
  void shouldRefuseChangesByOtherSites_SEC_WEB_4(String header, String value) {
    // given
    var session = server.console().signIn(server.administrator());
    // when
    var response =
        session.send(
            session
                .request("v1/configuration")
                .header("X-CSRF-Token", session.csrfToken())
                .header("Content-Type", "application/json")
                .header(header, value)
                .PUT(BodyPublishers.ofString("{\"usertask_url_template\":null}")));
    // then
    assertAnswer(response, 403, CROSS_SITE);
  }

  @Test
  void shouldRefuseReadsByOtherSites_SEC_WEB_7() {
    var session = server.console().signIn(server.reader());
    assertAnswer(
        session.send(session.request("v1/diagrams").header("Sec-Fetch-Site", "cross-site").GET()),
        401,
        UNAUTHORIZED);
    assertAnswer(
        session.send(session.request("session").header("Origin", "https://evil.example").GET()),
        403,
        CROSS_SITE);
    assertThat(
            session
                .send(session.request("v1/diagrams").header("Sec-Fetch-Site", "same-origin").GET())
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void shouldRefuseSignInByOtherSites() {
    var request =
        server
            .anonymous()
            .request("session")
            .header("Content-Type", "application/json")
            .header("Origin", "https://evil.example")
            .POST(BodyPublishers.ofString(ConsoleClient.signInBody(server.reader())));
    var response = server.anonymous().send(request);
    assertAnswer(response, 403, CROSS_SITE);
    assertThat(response.headers().firstValue("Set-Cookie")).isEmpty();
  }

  @Test
  void shouldNotMixTokenAndCookie_SEC_WEB_7() {
    // given
    var session = server.console().signIn(server.administrator());
    var reader = server.apiWith(Role.READ);
    // when
    var both =
        reader.send(reader.request("v1/configuration").header("Cookie", session.cookie()).GET());
    var badToken =
        session.send(session.request("v1/diagrams").header("Authorization", "Bearer x").GET());
    // then
    assertThat(json(both).getJsonArray("items")).isEmpty();
    assertThat(badToken.statusCode()).isEqualTo(401);
    assertThat(reader.get("session").statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text/plain | {} | 415",
        "application/x-www-form-urlencoded | name=a | 415",
        "application/json | {} | 400",
        "application/json | [] | 400",
        "application/json | {\"name\":\"a\" | 400",
        "application/json | {\"name\":1,\"password\":\"x\"} | 400",
        "application/json | {\"name\":\"\",\"password\":\"x\"} | 401",
      })
  void shouldRefuseOtherBodies(String type, String body, int status) {
    var response =
        server
            .anonymous()
            .send(
                server
                    .anonymous()
                    .request("session")
                    .header("Origin", server.console().origin())
                    .header("Content-Type", type)
                    .POST(BodyPublishers.ofString(body)));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(response.body()).startsWith("{\"success\":false,");
  }

  @Test
  void shouldRefuseLargeBodiesAndOtherMethods() {
    var large = "{\"name\":\"%s\",\"password\":\"x\"}".formatted("a".repeat(9000));
    assertThat(server.console().post("session", large).statusCode()).isEqualTo(413);
    var put = server.console().put("session", "{}");
    assertThat(put.statusCode()).isEqualTo(405);
    assertThat(put.headers().firstValue("Allow")).contains("GET, HEAD, POST, DELETE, OPTIONS");
    assertThat(server.console().get("session/setup").statusCode()).isEqualTo(405);
    assertThat(server.console().get("session/other").statusCode()).isEqualTo(404);
  }

  @Test
  void shouldRefuseASetupLinkThatIsUsedOrInvented() {
    // given
    server.administrator();
    var intruder = new ConsoleUser("intruder", "a password long enough");
    // when
    var response =
        server.console().post("session/setup", ConsoleClient.setupBody("A".repeat(43), intruder));
    // then
    assertAnswer(response, 403, "{\"success\":false,\"message\":\"Setup link not valid\"}");
    assertThat(server.console().post("session", ConsoleClient.signInBody(intruder)).statusCode())
        .isEqualTo(401);
  }

  @Test
  void shouldRefuseWeakPasswordsAtSetup() {
    var weak = new ConsoleUser("weak", "short");
    var response =
        server.console().post("session/setup", ConsoleClient.setupBody("A".repeat(43), weak));
    assertAnswer(
        response,
        400,
        "{\"success\":false,\"message\":\"Bad value\","
            + "\"item\":{\"errors\":[{\"type\":\"bad value\",\"value\":\"password\"}]}}");
  }
}
