package flows4ee.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The operators' script {@code server-config/<server>/flows4apex.sh}. */
final class SetupScript {

  private SetupScript() {}

  /** Installs parts; throws {@link IllegalStateException} when one fails. */
  static void run(String server, Path parameters, Path folder, String... parts) {
    var script = TestFiles.path("flows.server-config").resolve(server + "/flows4apex.sh");
    var command = new ArrayList<>(List.of(script.toString(), parameters.toString(), "install"));
    command.addAll(List.of(parts));
    var result = ExternalProgram.run(folder, command, "");
    if (result.exitCode() != 0) {
      throw new IllegalStateException("The script failed:\n" + result.output());
    }
  }
}
