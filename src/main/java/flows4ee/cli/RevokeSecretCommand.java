package flows4ee.cli;

import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code flowsctl oauth client revoke-secret}: ends a secret at once, the last one included. */
@Command(
    name = "revoke-secret",
    description = "Ends a secret at once, the last one included.",
    mixinStandardHelpOptions = true)
final class RevokeSecretCommand implements Callable<Integer> {

  @Mixin Target target;
  @Mixin Printer printer;

  @Parameters(index = "0", paramLabel = "CLIENT_ID", description = "Id of the client.")
  String clientId;

  @Parameters(
      index = "1",
      paramLabel = "SECRET_ID",
      description = "Number of the secret, as the client's document shows it.")
  long secretId;

  @Override
  public Integer call() throws IOException, SQLException {
    try (ClientDoor door = target.open()) {
      door.revokeSecret(clientId, secretId);
      printer.done("secret revoked");
    }
    return ExitCode.DONE.number();
  }
}
