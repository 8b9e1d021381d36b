package flows4ee.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a program to its end, within five minutes. */
public final class ExternalProgram {

  private static final long LIMIT_MINUTES = 5;

  private ExternalProgram() {}

  /**
   * How a program ended.
   *
   * @param output what it wrote to its standard output and error output, as UTF-8
   */
  public record Result(int exitCode, String output) {}

  /**
   * Runs a command in a folder.
   *
   * @param input what it reads from its standard input, as UTF-8
   * @throws IllegalStateException when it does not end in time
   */
  public static Result run(Path folder, List<String> command, String input) {
    try {
      return runIn(folder, command, input);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static Result runIn(Path folder, List<String> command, String input)
      throws IOException, InterruptedException {
    var output = Files.createTempFile("program", ".out");
    try {
      var process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      try (var stdin = process.getOutputStream()) {
        stdin.write(input.getBytes(StandardCharsets.UTF_8));
      }
      if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new IllegalStateException(command + " did not end: " + Files.readString(output));
      }
      return new Result(process.exitValue(), Files.readString(output));
    } finally {
      Files.delete(output);
    }
  }
}
