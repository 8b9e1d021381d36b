package flows4ee.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Commands for a server's own tool, run together since the tool takes seconds to start.
 *
 * @param folder where the file of commands is written
 * @param tool the tool's command line, without the option {@code --file}
 */
record CommandFile(Path folder, List<String> tool) {

  /** Runs commands; throws {@link IllegalStateException} when one fails. */
  void run(List<String> commands) {
    try {
      var file = Files.write(folder.resolve("operator-commands.txt"), commands);
      var line = new ArrayList<>(tool);
      line.add("--file=" + file);
      var result = ExternalProgram.run(folder, line, "");
      if (result.exitCode() != 0 || result.output().contains(" failed.")) {
        throw new IllegalStateException(String.join("\n", commands) + "\n" + result.output());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
