package flows4ee.cli;

import flows4ee.json.JsonObject;
import flows4ee.json.JsonValue;
import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code flowsctl oauth client revoke-tokens}: ends all open tokens of a client. */
@Command(
    name = "revoke-tokens",
    description = "Ends all open tokens of a client.",
    mixinStandardHelpOptions = true)
final class RevokeTokensCommand implements Callable<Integer> {

  @Mixin Target target;
  @Mixin Printer printer;

  @Parameters(paramLabel = "CLIENT_ID", description = "Id of the client.")
  String clientId;

  @Override
  public Integer call() throws IOException, SQLException {
    try (ClientDoor door = target.open()) {
      long count = door.revokeTokens(clientId);
      printer.one(
          JsonObject.EMPTY
              .with("message", JsonValue.of("tokens revoked"))
              .with("count", JsonValue.of(count)));
    }
    return ExitCode.DONE.number();
  }
}
