package flows4ee.cli;

import static org.assertj.core.api.Assertions.assertThat;

import flows4ee.json.JsonObject;
import flows4ee.json.JsonValue;
import flows4ee.persistence.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientCommandTest {

  private static final String READ = "Flows for Apex - Read";
  private static final String[] NEW = {
    "oauth", "client", "create", "--name=Portal", "--support-email=it@example.com", "--role=" + READ
  };

  @Nested
  class OnH2 extends Commands {

    @Override
    TestDatabase database() {
      return TestDatabase.h2();
    }
  }

  @Nested
  class OnPostgresql extends Commands {

    @Override
    TestDatabase database() {
      return TestDatabase.postgresql();
    }
  }

  abstract static class Commands {

    @TempDir Path folder;
    private TestDatabase database;
    private FlowsctlRun flowsctl;

    abstract TestDatabase database();

    @BeforeEach
    void open() throws Exception {
      database = database();
      try (var connection = database.dataSource().getConnection()) {
        var about = connection.getMetaData();
        flowsctl =
            new FlowsctlRun(
                List.of(
                    "--db-url=" + about.getURL(),
                    "--db-user=" + about.getUserName(),
                    "--db-password-file=" + Files.writeString(folder.resolve("password"), "test"),
                    "--master-key-file="
                        + Files.writeString(folder.resolve("key"), "A".repeat(43) + "=")));
      }
    }

    @AfterEach
    void close() throws Exception {
      database.close();
    }

    private String create() {
      return flowsctl.json(NEW).text("client_id");
    }

    @Test
    void shouldMakeShowAndListAClient() {
      // when
      var made = flowsctl.json(NEW);
      // then
      assertThat(made.code()).isZero();
      assertThat(made.text("client_secret")).hasSize(43);
      String id = made.text("client_id");
      var shown = flowsctl.json("oauth", "client", "show", id).object();
      assertThat(shown.has("client_secret")).isFalse();
      assertThat(shown.find("owner")).contains(JsonValue.of("flowsctl"));
      assertThat(flowsctl.json("oauth", "client", "list").objects()).containsExactly(shown);
      assertThat(flowsctl.json("oauth", "client", "list", "--role=" + READ).objects()).hasSize(1);
      assertThat(flowsctl.json("oauth", "client", "list", "--disabled=true").objects()).isEmpty();
      assertThat(flowsctl.run("oauth", "client", "list").out())
          .isEqualToNormalizingNewlines(id + "\tPortal\t" + READ + "\tfalse\n");
    }

    @Test
    void shouldWriteTheSecretToAFileOfTheCaller() throws Exception {
      // given
      Path file = folder.resolve("secret");
      var arguments = new ArrayList<>(List.of(NEW));
      arguments.add("--secret-file=" + file);
      // when
      var made = flowsctl.json(arguments.toArray(String[]::new));
      // then
      assertThat(made.object().has("client_secret")).isFalse();
      assertThat(Files.readString(file)).hasSize(43);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
    }

    @Test
    void shouldChangeAttributesRolesAndState() {
      // given
      String id = create();
      // when
      flowsctl.run("oauth", "client", "update", id, "--owner=Sales", "--token-lifetime=600");
      flowsctl.run("oauth", "client", "roles", id, "--role=Flows for Apex - Admin");
      var disabled = flowsctl.run("oauth", "client", "disable", id, "--comment=leak");
      // then
      assertThat(disabled.out()).isEqualToNormalizingNewlines("message: client updated\n");
      JsonObject client = flowsctl.json("oauth", "client", "show", id).object();
      assertThat(client.toJson())
          .contains("\"owner\":\"Sales\"", "\"token_lifetime\":600", "\"disabled\":true")
          .contains("\"roles\":[\"Flows for Apex - Admin\"]");
      assertThat(flowsctl.run("oauth", "client", "enable", id).code()).isZero();
      assertThat(flowsctl.json("oauth", "client", "show", id).object().toJson())
          .contains("\"disabled\":false");
    }

    @Test
    void shouldSetAndClearWhatMayBeAbsent() {
      // given
      String id = create();
      var update = List.of("oauth", "client", "update", id);
      // when
      run(update, "--expires-at=2099-01-31T10:00:00+01:00", "--token-lifetime=600");
      // then
      assertThat(show(id))
          .contains("\"expires_at\":\"2099-01-31T09:00:00Z\"", "\"token_lifetime\":600");
      // when
      run(update, "--owner=Sales");
      // then
      assertThat(show(id)).contains("2099-01-31T09:00:00Z", "\"token_lifetime\":600");
      // when
      run(update, "--expires-at=", "--token-lifetime=");
      // then
      assertThat(show(id)).contains("\"expires_at\":null", "\"token_lifetime\":null");
    }

    @Test
    void shouldRefuseTimesAndNumbersItCannotRead() {
      String id = create();
      var time = flowsctl.run("oauth", "client", "update", id, "--expires-at=tomorrow");
      assertThat(time.code()).isEqualTo(2);
      assertThat(time.err()).contains("--expires-at", "'tomorrow' is not a time such as");
      var seconds = flowsctl.run("oauth", "client", "update", id, "--token-lifetime=1h");
      assertThat(seconds.code()).isEqualTo(2);
      assertThat(seconds.err()).contains("'1h' is not a number of seconds");
    }

    @Test
    void shouldKeepTheCommentOfEnabling() throws Exception {
      // given
      String id = create();
      flowsctl.run("oauth", "client", "disable", id, "--comment=leak");
      // when
      var enabled = flowsctl.run("oauth", "client", "enable", id, "--comment=new secret");
      // then
      assertThat(enabled.code()).as(enabled.err()).isZero();
      try (var connection = database.dataSource().getConnection();
          var rows =
              connection
                  .createStatement()
                  .executeQuery("select detail from oauth_events where event = 'enabled'")) {
        assertThat(rows.next()).isTrue();
        assertThat(rows.getString(1)).isEqualTo("new secret");
      }
    }

    private void run(List<String> command, String... options) {
      var arguments = new ArrayList<>(command);
      arguments.addAll(List.of(options));
      var run = flowsctl.run(arguments.toArray(String[]::new));
      assertThat(run.code()).as(run.err()).isZero();
    }

    private String show(String id) {
      return flowsctl.json("oauth", "client", "show", id).object().toJson();
    }

    @Test
    void shouldRotateAndRevokeSecrets() {
      // given
      String id = create();
      // when
      var second = flowsctl.json("oauth", "client", "rotate-secret", id, "--overlap-hours=1");
      // then
      assertThat(second.text("client_secret")).hasSize(43);
      assertThat(flowsctl.run("oauth", "client", "rotate-secret", id).code()).isEqualTo(4);
      assertThat(flowsctl.run("oauth", "client", "rotate-secret", id, "--replace-oldest").code())
          .isZero();
      String secretId = second.object().find("id").orElseThrow().toJson();
      assertThat(flowsctl.run("oauth", "client", "revoke-secret", id, secretId).code()).isZero();
      assertThat(flowsctl.run("oauth", "client", "revoke-secret", id, secretId).code())
          .isEqualTo(3);
      assertThat(flowsctl.json("oauth", "client", "revoke-tokens", id).object().toJson())
          .isEqualTo("{\"message\":\"tokens revoked\",\"count\":0}");
    }

    @Test
    void shouldTakeOverAClientWithItsSecret() throws Exception {
      // given
      Path secret = Files.writeString(folder.resolve("old"), "+/%:=ü\n");
      // when
      var imported =
          flowsctl.json(
              "oauth",
              "client",
              "import",
              "legacy..",
              "--name=Legacy",
              "--support-email=it@example.com",
              "--secret-file=" + secret);
      // then
      assertThat(imported.text("client_id")).isEqualTo("legacy..");
      assertThat(imported.out()).contains("\"hint\":").doesNotContain("+/%:=ü");
    }

    @Test
    void shouldTellWhatWentWrongByItsExitCode() {
      // given
      String id = create();
      // then
      assertThat(flowsctl.run(NEW).code()).isEqualTo(4);
      assertThat(flowsctl.run(NEW).err()).contains("flowsctl: Client already exists");
      assertThat(flowsctl.run("oauth", "client", "show", "nobody").code()).isEqualTo(3);
      assertThat(flowsctl.run("oauth", "client", "roles", id, "--role=Chef").code()).isEqualTo(2);
      assertThat(flowsctl.run("oauth", "client", "update", id, "--support-uri=x").err())
          .contains("Bad value: support_uri");
      assertThat(flowsctl.run("oauth", "client", "create", "--name=x").code()).isEqualTo(2);
      assertThat(flowsctl.run("oauth", "client", "sing").code()).isEqualTo(2);
      assertThat(flowsctl.run("oauth", "client", "delete", id).code()).isZero();
      assertThat(flowsctl.run("oauth", "client", "delete", id).code()).isEqualTo(3);
    }

    @Test
    void shouldRotateAndRevokeKeys() {
      // when
      String kid = flowsctl.json("oauth", "keys", "rotate").text("kid");
      // then
      assertThat(flowsctl.run("oauth", "keys", "list").out())
          .isEqualToNormalizingNewlines(kid + "\tRS256\tnext\n");
      assertThat(flowsctl.run("oauth", "keys", "revoke", kid).code()).isZero();
      assertThat(flowsctl.run("oauth", "keys", "revoke", kid).code()).isEqualTo(3);
    }

    @Test
    void shouldTakeIdsOfKeysThatBeginLikeAnOption() {
      assertThat(flowsctl.run("oauth", "keys", "revoke", "-aLo3").err()).contains("No key -aLo3");
    }
  }

  @Test
  void shouldAskForAPlaceToWorkAt(@TempDir Path folder) {
    assertThat(new FlowsctlRun(List.of()).run("oauth", "client", "list").err())
        .contains("Missing option: --url, --db-url or --data-dir");
  }

  @Test
  void shouldMakeTheFirstClientInADataFolder(@TempDir Path folder) {
    var flowsctl = new FlowsctlRun(List.of("--data-dir=" + folder));
    assertThat(flowsctl.run(NEW).code()).isZero();
    assertThat(flowsctl.run("oauth", "client", "list").out()).contains("\tPortal\t");
    assertThat(folder.resolve("master.key")).exists();
  }

  @Test
  void shouldExplainItself() {
    assertThat(new FlowsctlRun(List.of()).run("oauth", "client", "create", "--help").out())
        .contains("--support-email", "--secret-file", "--db-url");
    assertThat(new FlowsctlRun(List.of()).run("--help").out()).contains("Exit codes:", "conflict");
  }
}
