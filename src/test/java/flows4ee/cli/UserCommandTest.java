package flows4ee.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Console users on the command line, in an embedded database of their own. */
class UserCommandTest {

  private static final String PASSWORD = "a long enough password\n";

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String input, String... arguments) {
    var bytes = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
    var all = new ArrayList<>(List.of(arguments));
    all.add("--data-dir=" + folder);
    return new CommandLine(new UserCommand(new PasswordSource(bytes)))
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(all.toArray(String[]::new));
  }

  @Test
  void shouldAdministerUsers() {
    assertThat(run(PASSWORD, "create", "Ada", "--roles=read,Flows for Apex - Admin")).isZero();
    assertThat(out.toString())
        .isEqualTo("Ada\tenabled\t-\tFlows for Apex - Read, Flows for Apex - Admin\n");
    assertThat(run("", "roles", "ada", "write")).isZero();
    assertThat(run("", "disable", "ada")).isZero();
    assertThat(run("another password\n", "password", "ada")).isZero();
    out.getBuffer().setLength(0);
    assertThat(run("", "list", "--json")).isZero();
    assertThat(out.toString())
        .startsWith(
            "[{\"name\":\"Ada\",\"roles\":[\"Flows for Apex - Write\"],\"disabled\":true,"
                + "\"last_login_at\":null,\"created_at\":\"")
        .endsWith("\",\"created_by\":\"flowsctl\"}]\n");
    assertThat(run("", "enable", "Ada")).isZero();
    assertThat(run("", "delete", "Ada")).isZero();
    out.getBuffer().setLength(0);
    assertThat(run("", "list")).isZero();
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void shouldTellByItsCodeWhatWentWrong() {
    assertThat(run("short", "create", "Ada")).isEqualTo(2);
    assertThat(run(PASSWORD, "create", "Ada", "--roles=all")).isEqualTo(2);
    assertThat(run("", "delete", "Ada")).isEqualTo(3);
    assertThat(run(PASSWORD, "create", "Ada")).isZero();
    assertThat(run(PASSWORD, "create", "ADA")).isEqualTo(4);
    assertThat(err.toString()).contains("No console user Ada", "Console user already exists");
  }
}
