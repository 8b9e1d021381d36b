package flows4ee.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class HashCommandTest {

  private static final String FORM = "pbkdf2-sha512\\$1000\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{86}";

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(CommandLine command, String... arguments) {
    return command
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }

  private static CommandLine reading(String input) {
    var bytes = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
    return Flowsctl.reporting(new CommandLine(new HashCommand(bytes)));
  }

  @Test
  void shouldPrintTheHashOfStandardInput() {
    assertThat(run(reading("s3cret\n"), "--iterations=1000")).isZero();
    assertThat(out.toString().strip()).matches(FORM);
  }

  @Test
  void shouldPrintTheHashOfAFile(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("secret"), "s3cret");
    int code =
        run(Flowsctl.commandLine(), "oauth", "hash", "--iterations=1000", "--secret-file=" + file);
    assertThat(code).isZero();
    assertThat(out.toString().strip()).matches(FORM);
  }

  @Test
  void shouldRefuseAnEmptySecretAndCheapDerivations() {
    assertThat(run(reading("\n"))).isEqualTo(2);
    assertThat(run(reading("s3cret"), "--iterations=10")).isEqualTo(2);
    assertThat(err.toString()).contains("There is no secret", "--iterations must be at least");
    assertThat(out.toString()).isEmpty();
  }
}
