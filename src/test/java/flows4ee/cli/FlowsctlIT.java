package flows4ee.cli;

import static org.assertj.core.api.Assertions.assertThat;

import flows4ee.json.JsonObject;
import flows4ee.json.JsonReader;
import flows4ee.json.JsonString;
import flows4ee.persistence.TestDatabase;
import flows4ee.server.ClientCredentials;
import flows4ee.server.ExternalProgram;
import flows4ee.server.TestServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The runnable jar, over HTTP on the server under test and on a database. */
class FlowsctlIT {

  @TempDir Path folder;
  private final TestServer server = TestServer.current();
  private List<String> target;

  @BeforeEach
  void overHttp() throws Exception {
    ClientCredentials admin = server.credentials();
    target =
        List.of(
            "--url=" + server.base(),
            "--login=" + admin.id(),
            "--login-secret-file=" + file("secret", admin.secret()));
  }

  private Path file(String name, String content) throws Exception {
    return Files.writeString(folder.resolve(name), content);
  }

  private ExternalProgram.Result flowsctl(String... arguments) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-jar", jar().toString()));
    command.addAll(List.of(arguments));
    command.addAll(target);
    return ExternalProgram.run(folder, command, "");
  }

  private static Path jar() {
    return Path.of(System.getProperty("flows.war")).resolveSibling("flowsctl.jar");
  }

  private ExternalProgram.Result create(String name) {
    return flowsctl(
        "oauth",
        "client",
        "create",
        "--json",
        "--name=" + name,
        "--support-email=it@example.com",
        "--role=Flows for Apex - Read");
  }

  private static String text(ExternalProgram.Result result, String member) {
    var document = (JsonObject) JsonReader.parse(result.output());
    return ((JsonString) document.find(member).orElseThrow()).text();
  }

  @Test
  void shouldAdministerAClientOfARunningServer() {
    // given
    String name = "ctl " + UUID.randomUUID();
    var made = create(name);
    String id = text(made, "client_id");
    var client = new ClientCredentials(id, text(made, "client_secret"));
    // when
    String token = server.anonymous().grantToken(client);
    // then
    var api = server.anonymous().withToken(token);
    assertThat(api.get("v1/diagrams").statusCode()).isEqualTo(200);
    assertThat(create(name).exitCode()).isEqualTo(4);
    assertThat(flowsctl("oauth", "client", "list", "--name=" + name).output())
        .isEqualToNormalizingNewlines(id + "\t" + name + "\tFlows for Apex - Read\tfalse\n");
    assertThat(flowsctl("oauth", "client", "revoke-tokens", "--json", id).output())
        .contains("\"count\":1");
    assertThat(api.get("v1/diagrams").statusCode()).isEqualTo(401);
    assertThat(flowsctl("oauth", "client", "disable", id, "--comment=test").exitCode()).isZero();
    assertThat(flowsctl("oauth", "client", "show", id).output()).contains("disabled: true");
    assertThat(flowsctl("oauth", "client", "enable", id, "--comment=checked").exitCode()).isZero();
    assertThat(flowsctl("oauth", "client", "show", id).output()).contains("disabled: false");
    assertThat(flowsctl("oauth", "client", "delete", id).exitCode()).isZero();
    assertThat(flowsctl("oauth", "client", "show", id).exitCode()).isEqualTo(3);
  }

  @Test
  void shouldSetAndClearAttributesOfAClientOfARunningServer() {
    // given
    String id = text(create("ctl " + UUID.randomUUID()), "client_id");
    // when
    var set =
        flowsctl("oauth", "client", "update", id, "--expires-at=2099-01-31", "--token-lifetime=90");
    // then
    assertThat(set.exitCode()).as(set.output()).isZero();
    assertThat(flowsctl("oauth", "client", "show", "--json", id).output())
        .contains("\"expires_at\":\"2099-01-31T00:00:00Z\"", "\"token_lifetime\":90");
    // when
    var cleared = flowsctl("oauth", "client", "update", id, "--expires-at=", "--token-lifetime=");
    // then
    assertThat(cleared.exitCode()).as(cleared.output()).isZero();
    assertThat(flowsctl("oauth", "client", "show", "--json", id).output())
        .contains("\"expires_at\":null", "\"token_lifetime\":null");
  }

  @Test
  void shouldListTheKeysOfARunningServer() {
    assertThat(flowsctl("oauth", "keys", "list").output()).matches("(?s)[\\w-]{43}\tRS256\t.*");
    assertThat(flowsctl("oauth", "keys", "rotate").exitCode()).isEqualTo(2);
  }

  @Test
  void shouldWorkOnADatabase() throws Exception {
    try (var database = TestDatabase.postgresql();
        var connection = database.dataSource().getConnection()) {
      // given
      target =
          List.of(
              "--db-url=" + connection.getMetaData().getURL(),
              "--db-user=postgres",
              "--db-password-file=" + file("password", "postgres"),
              "--master-key-file=" + file("key", "A".repeat(43) + "="));
      // when
      var made = create("first");
      // then
      assertThat(made.exitCode()).as(made.output()).isZero();
      assertThat(flowsctl("oauth", "client", "list").output()).contains("\tfirst\t");
      assertThat(flowsctl("oauth", "keys", "rotate").exitCode()).isZero();
    }
  }
}
