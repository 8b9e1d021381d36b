package flows4ee.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code flowsctl oauth client rotate-secret}: gives a client a second secret. */
@Command(
    name = "rotate-secret",
    description = "Adds a secret and shows it, this once; the old one ends after an overlap.",
    mixinStandardHelpOptions = true)
final class RotateSecretCommand implements Callable<Integer> {

  @Mixin Target target;
  @Mixin Printer printer;

  @Parameters(paramLabel = "CLIENT_ID", description = "Id of the client.")
  String clientId;

  @Option(
      names = "--overlap-hours",
      defaultValue = "24",
      description = "How long the old secret still works (default: ${DEFAULT-VALUE}).")
  int overlapHours;

  @Option(
      names = "--replace-oldest",
      description = "Revoke the oldest of two live secrets at once.")
  boolean isReplacing;

  @Option(names = "--secret-file", description = "Write the secret to this file instead.")
  Path secretFile;

  @Override
  public Integer call() throws IOException, SQLException {
    if (overlapHours < 0) {
      throw new CommandException(ExitCode.USAGE, "--overlap-hours must not be negative");
    }
    try (ClientDoor door = target.open()) {
      Duration overlap = Duration.ofHours(overlapHours);
      printer.withSecret(door.rotateSecret(clientId, overlap, isReplacing), secretFile);
    }
    return ExitCode.DONE.number();
  }
}
