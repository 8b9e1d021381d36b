package flows4ee;

import static org.assertj.core.api.Assertions.assertThat;

import flows4ee.server.TestServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Runs the tour of the README with bash, as written, against the server under test. */
class ReadmeTourIT {

  private static final Pattern SHELL = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);
  private static final Path ROOT = Path.of("").toAbsolutePath();
  private static final int MOST_CALLS = 10;

  private final TestServer server = TestServer.current();

  @Test
  void shouldTakeADiagramFromDeploymentToCompleted() throws Exception {
    // given
    String readme = Files.readString(ROOT.resolve("README.md"));
    var tour = new StringBuilder("set -euo pipefail\n");
    SHELL.matcher(readme).results().forEach(block -> tour.append(block.group(1)));
    assertThat(Pattern.compile("\\bcurl ").matcher(tour).results().count())
        .isBetween(1L, (long) MOST_CALLS);
    Path credentials = Files.createTempFile("client", ".json");
    var client = server.credentials();
    Files.writeString(
        credentials,
        "{\"client_id\":\"%s\",\"client_secret\":\"%s\"}".formatted(client.id(), client.secret()));
    // when
    String output = run(tour.toString(), credentials);
    // then
    assertThat(output)
        .contains("\"current\":\"Activity_Pack\"")
        .contains("{\"success\":true,\"message\":\"step updated\"")
        .contains("{\"success\":false,\"message\":\"This Process Step has already occurred.")
        .contains("\"status\":\"completed\"")
        .contains("{\"scope\":0,\"name\":\"WEIGHT\",\"type\":\"NUMBER\",\"value\":\"25\"}");
  }

  private String run(String script, Path credentials) throws Exception {
    var builder = new ProcessBuilder("bash", "-c", script).directory(ROOT.toFile());
    builder.environment().put("BASE", server.base().toString());
    builder.environment().put("CREDENTIALS", credentials.toString());
    var process = builder.redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(output).isZero();
    return output;
  }
}
