package flows4ee.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option that names a file with a password. */
final class PasswordOption {

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      description = "File with the password; default: standard input.")
  Path file;
}
