package flows4ee.cli;

import flows4ee.json.JsonObject;
import flows4ee.json.JsonValue;
import java.io.IOException;
import java.sql.SQLException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code flowsctl oauth keys}: the keys that sign access tokens. */
@Command(
    name = "keys",
    description = "Keys that sign access tokens.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class KeysCommand {

  /** The id of a key is a hash (RFC 7638), so one in 64 begins with a hyphen like an option. */
  static void takeAnyId(CommandLine keys) {
    keys.getSubcommands()
        .get("revoke")
        .setUnmatchedOptionsArePositionalParams(true)
        .setPosixClusteredShortOptionsAllowed(false);
  }

  @Command(description = "Lists the published keys.", mixinStandardHelpOptions = true)
  void list(@Mixin Target target, @Mixin Printer printer) throws IOException, SQLException {
    try (ClientDoor door = target.open()) {
      printer.list(door.keys(), "kid", "alg", "state");
    }
  }

  @Command(
      description = "Publishes a new key, which signs ten minutes later; on the database only.",
      mixinStandardHelpOptions = true)
  void rotate(@Mixin Target target, @Mixin Printer printer) throws IOException, SQLException {
    try (ClientDoor door = target.open()) {
      printer.one(JsonObject.EMPTY.with("kid", JsonValue.of(door.rotateKeys())));
    }
  }

  @Command(
      description = "Removes a key and makes all its tokens invalid; on the database only.",
      mixinStandardHelpOptions = true)
  void revoke(
      @Mixin Target target,
      @Mixin Printer printer,
      @Parameters(paramLabel = "KID", description = "Id of the key.") String kid)
      throws IOException, SQLException {
    try (ClientDoor door = target.open()) {
      door.revokeKey(kid);
      printer.done("key revoked");
    }
  }
}
