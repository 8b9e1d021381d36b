package flows4ee.admin.console.web;

import static flows4ee.admin.console.web.ConsoleTour.texts;
import static org.assertj.core.api.Assertions.assertThat;

import flows4ee.oauth.Role;
import flows4ee.server.Browser.Visit;
import flows4ee.server.ClientCredentials;
import flows4ee.server.ConsoleClient;
import flows4ee.server.ConsoleUser;
import flows4ee.server.TestServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The frame of the console and the configuration of REST, in a browser. */
class ConsoleIT {

  private final TestServer server = TestServer.current();
  private final ConsoleUser user = server.administrator();
  private final String client = "Shop & Söhne " + Long.toString(System.nanoTime(), 36);

  private Visit visit(String program) {
    return tour().visit(program, input());
  }

  private Visit inspect(String program) {
    return tour().inspect(program, input());
  }

  private ConsoleTour tour() {
    return new ConsoleTour(server, user);
  }

  private JsonObject input() {
    return Json.createObjectBuilder().add("client", client).build();
  }

  @Test
  void shouldLeadToATokenAndItsUse() {
    // when
    var visit = inspect("console-client.mjs");
    // then
    var seen = visit.seen();
    var credentials =
        new ClientCredentials(seen.getString("client_id"), seen.getString("client_secret"));
    assertThat(credentials.secret()).hasSize(43);
    assertThat(seen.getInt("shownAgain")).isZero();
    assertThat(seen.getString("selected")).isEqualTo(credentials.secret());
    assertThat(seen.getString("curl"))
        .isEqualTo(
            "curl -u '%s:%s' -d grant_type=client_credentials '%s/oauth/token'"
                .formatted(credentials.id(), credentials.secret(), server.base()));
    var token = server.anonymous().grantToken(credentials);
    assertThat(server.anonymous().withToken(token).get("v1/utils/roles").body())
        .contains(Role.namesOf(List.of(Role.values())));
    assertFieldsAndColumns(visit);
  }

  /** Labels, order and marks of the original, and what is ours after them. */
  private void assertFieldsAndColumns(Visit visit) {
    assertThat(texts(visit, "labels"))
        .containsExactly(
            "Name*",
            "Owner*",
            "Description",
            "Redirect Uri",
            "Support Email*",
            "Support Uri",
            "Roles",
            "Flows for Apex - Read",
            "Flows for Apex - Write",
            "Flows for Apex - Messages",
            "Flows for Apex - Admin",
            "Expires",
            "Token Lifetime (Seconds)");
    assertThat(texts(visit, "headers"))
        .containsSubsequence("Name", "Description", "Client Id", "Support Email", "Support Uri");
    assertThat(visit.seen().getInt("missing")).isEqualTo(2);
    assertThat(visit.seen().getString("owner")).isEqualTo(user.name());
  }

  @Test
  void shouldTellThatATokenWorksAndReadsNothing() {
    // given
    createClient(server.console().signIn(user), Role.WRITE);
    // when
    var visit = visit("console-token.mjs");
    // then
    assertThat(texts(visit, "told"))
        .singleElement()
        .asString()
        .startsWith("Token granted for ")
        .endsWith("It reads nothing, though: the client lacks the role Flows for Apex - Read.");
  }

  /** Creates the client, whose secret waits to be shown. */
  private void createClient(ConsoleClient console, Role... roles) {
    var body =
        Json.createObjectBuilder()
            .add("name", client)
            .add("support_email", "shop@example.org")
            .add("handover", true)
            .add("roles", Json.createArrayBuilder(Role.namesOf(List.of(roles))))
            .build();
    assertThat(console.post("v1/oauth_clients", body.toString()).statusCode()).isEqualTo(201);
  }

  @Test
  void shouldRuleOverTheLifeOfAClient() {
    // given
    var console = server.console().signIn(user);
    createClient(console);
    // when
    var seen = inspect("console-client-life.mjs").seen();
    // then
    assertThat(seen.getString("retained")).isEqualTo("61");
    assertThat(seen.getString("rotated")).hasSize(43);
    assertThat(seen.getInt("live")).isEqualTo(2);
    assertThat(seen.getString("title")).startsWith("Configuration - REST");
    assertThat(console.get("v1/oauth_clients").body()).doesNotContain(client);
  }

  @Test
  void shouldStayUpToDateWithoutHammering() {
    // when
    var visit = visit("console-live.mjs");
    // then
    var seen = visit.seen();
    assertThat(seen.get("first")).hasToString(look(200, false));
    assertThat(seen.get("second")).hasToString(look(304, true));
    assertThat(seen.get("third")).hasToString(look(304, true));
    assertThat(seen.getInt("whileHidden")).isZero();
  }

  /** Only the first look counts as use of the session. */
  private static String look(int status, boolean isRepeated) {
    return "{\"status\":%d,\"isConditional\":%2$b,\"isBackground\":%2$b}"
        .formatted(status, isRepeated);
  }

  @Test
  void shouldTellWhichPrerequisitesAreMissing() {
    // when
    var visit = tour().look("console-prerequisites.mjs", input());
    // then
    assertThat(texts(visit, "missing"))
        .containsExactly("Schema is not REST Enabled", "The REST module is not installed");
    assertThat(texts(visit, "shut")).containsExactly("The REST module is not installed");
    assertThat(visit.seen().getInt("regions")).isZero();
    assertThat(visit.seen().getInt("remaining")).isZero();
    assertThat(texts(visit, "faults")).isEmpty();
    assertThat(visit.problems())
        .as("the browser itself reports the three refusals")
        .hasSize(6)
        .allMatch(
            problem -> problem.matches(".*(503.*health/ready|[45]0[34].*v1/configuration).*"));
  }

  @Test
  void shouldGoOnWithASessionBegunInAnotherTab() {
    // when
    var visit = tour().look("console-session.mjs", input());
    // then
    assertThat(visit.seen().getString("told"))
        .isEqualTo("You have signed in anew meanwhile. Try again.");
    assertThat(visit.problems())
        .as("the browser itself reports the refusals")
        .isNotEmpty()
        .allMatch(problem -> problem.matches(".*(403.*v1/configuration|401.*/session).*"));
  }

  @Test
  void shouldComeQuickly() {
    // when
    var visit = visit("console-load.mjs");
    // then
    assertThat(visit.seen().getInt("bytes"))
        .as("sign-in and first page over the wire")
        .isBetween(10_000, 1_000_000);
    assertThat(texts(visit, "unpacked")).as("too small to be packed").containsExactly("theme.js");
  }

  @Test
  void shouldKeepLanguageAndThemeAndSignOut() {
    // when
    var seen = inspect("console-frame.mjs").seen();
    // then
    assertThat(seen.getInt("refused")).isEqualTo(2);
    assertThat(seen.getString("dark")).isEqualTo("dark");
    assertThat(seen.getJsonArray("kept"))
        .containsExactly(Json.createValue("de"), Json.createValue("dark"));
    assertThat(seen.getString("focused")).isEqualTo("MAIN");
    assertThat(seen.getInt("cookies")).isZero();
  }
}
