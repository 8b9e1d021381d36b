package flows4ee.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs the Node programs under {@code src/test/node} and those of their packages. The packages are
 * installed as {@code package-lock.json} names them, when they are not there or older than it.
 */
public final class NodePrograms {

  private static final Path FOLDER = Path.of("src/test/node").toAbsolutePath();
  private static boolean installed;

  private NodePrograms() {}

  /** Runs {@code node} with these arguments, the program's file first. */
  public static ExternalProgram.Result run(String input, String... arguments) {
    install();
    var command = new ArrayList<>(List.of("node"));
    command.addAll(List.of(arguments));
    return ExternalProgram.run(FOLDER, command, input);
  }

  private static synchronized void install() {
    if (installed || isUpToDate()) {
      installed = true;
      return;
    }
    var result = ExternalProgram.run(FOLDER, List.of("npm", "ci", "--no-progress"), "");
    if (result.exitCode() != 0) {
      throw new IllegalStateException("npm ci failed: " + result.output());
    }
    installed = true;
  }

  private static boolean isUpToDate() {
    try {
      var made = FOLDER.resolve("node_modules/.package-lock.json");
      var wanted = FOLDER.resolve("package-lock.json");
      return Files.exists(made)
          && Files.getLastModifiedTime(made).compareTo(Files.getLastModifiedTime(wanted)) >= 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
