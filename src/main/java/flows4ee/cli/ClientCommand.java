package flows4ee.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code flowsctl oauth client}: the life of OAuth clients. */
@Command(
    name = "client",
    description = "OAuth clients.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {RotateSecretCommand.class, RevokeSecretCommand.class, RevokeTokensCommand.class})
final class ClientCommand {

  private static final String ROLE = "Role such as 'Flows for Apex - Read'; may be repeated.";
  private static final String CLIENT = "Id of the client.";

  /** Options that limit a list. */
  static final class FilterOptions {

    @Option(names = "--name", description = "Only the client of this name.")
    String name;

    @Option(names = "--owner", description = "Only clients of this owner.")
    String owner;

    @Option(names = "--role", description = "Only clients with this role.")
    String role;

    @Option(names = "--disabled", arity = "1", description = "Only clients in this state.")
    Boolean disabled;

    ClientDoor.Filter filter() {
      return new ClientDoor.Filter(
          Optional.ofNullable(name),
          Optional.ofNullable(owner),
          Optional.ofNullable(role),
          Optional.ofNullable(disabled));
    }
  }

  @Command(description = "Lists the clients by name.", mixinStandardHelpOptions = true)
  void list(@Mixin Target target, @Mixin FilterOptions filter, @Mixin Printer printer)
      throws IOException, SQLException {
    try (ClientDoor door = target.open()) {
      printer.list(door.find(filter.filter()), "client_id", "name", "roles", "disabled");
    }
  }

  @Command(description = "Shows a client.", mixinStandardHelpOptions = true)
  void show(
      @Mixin Target target,
      @Mixin Printer printer,
      @Parameters(paramLabel = "CLIENT_ID", description = CLIENT) String clientId)
      throws IOException, SQLException {
    try (ClientDoor door = target.open()) {
      printer.one(door.show(clientId));
    }
  }

  @Command(
      description = "Makes a client and shows its secret, this once.",
      mixinStandardHelpOptions = true)
  void create(
      @Mixin Target target,
      @Mixin ClientChange attributes,
      @Mixin Printer printer,
      @Option(names = "--role", description = ROLE) List<String> roles,
      @Option(names = "--secret-file", description = "Write the secret to this file instead.")
          Path secretFile)
      throws IOException, SQLException {
    requireNew(attributes);
    try (ClientDoor door = target.open()) {
      printer.withSecret(door.create(attributes, orNone(roles)), secretFile);
    }
  }

  @Command(
      name = "import",
      description = "Takes over a client with the id and secret it has already.",
      mixinStandardHelpOptions = true)
  void importClient(
      @Mixin Target target,
      @Mixin ClientChange attributes,
      @Mixin Printer printer,
      @Option(names = "--role", description = ROLE) List<String> roles,
      @Option(names = "--secret-file", description = "File with its secret; else standard input.")
          Path secretFile,
      @Parameters(paramLabel = "CLIENT_ID", description = CLIENT) String clientId)
      throws IOException, SQLException {
    requireNew(attributes);
    String secret = SecretText.read(secretFile, System.in);
    try (ClientDoor door = target.open()) {
      printer.one(door.importClient(clientId, secret, attributes, orNone(roles)));
    }
  }

  @Command(description = "Changes attributes of a client.", mixinStandardHelpOptions = true)
  void update(
      @Mixin Target target,
      @Mixin ClientChange change,
      @Mixin Printer printer,
      @Parameters(paramLabel = "CLIENT_ID", description = CLIENT) String clientId)
      throws IOException, SQLException {
    try (ClientDoor door = target.open()) {
      door.update(clientId, change);
      printer.done("client updated");
    }
  }

  @Command(
      description = "Replaces the roles of a client; none without --role.",
      mixinStandardHelpOptions = true)
  void roles(
      @Mixin Target target,
      @Mixin Printer printer,
      @Option(names = "--role", description = ROLE) List<String> roles,
      @Parameters(paramLabel = "CLIENT_ID", description = CLIENT) String clientId)
      throws IOException, SQLException {
    try (ClientDoor door = target.open()) {
      door.setRoles(clientId, orNone(roles));
      printer.done("client updated");
    }
  }

  @Command(
      description = "Stops a client and its tokens until it is enabled again.",
      mixinStandardHelpOptions = true)
  void disable(
      @Mixin Target target,
      @Mixin Printer printer,
      @Option(names = "--comment", defaultValue = "", description = "Kept as the reason.")
          String comment,
      @Parameters(paramLabel = "CLIENT_ID", description = CLIENT) String clientId)
      throws IOException, SQLException {
    try (ClientDoor door = target.open()) {
      door.disable(clientId, comment);
      printer.done("client updated");
    }
  }

  @Command(description = "Lets a disabled client work again.", mixinStandardHelpOptions = true)
  void enable(
      @Mixin Target target,
      @Mixin Printer printer,
      @Option(names = "--comment", defaultValue = "", description = "Kept in the audit.")
          String comment,
      @Parameters(paramLabel = "CLIENT_ID", description = CLIENT) String clientId)
      throws IOException, SQLException {
    try (ClientDoor door = target.open()) {
      door.enable(clientId, comment);
      printer.done("client updated");
    }
  }

  @Command(
      description = "Deletes a client; its id is never used again.",
      mixinStandardHelpOptions = true)
  void delete(
      @Mixin Target target,
      @Mixin Printer printer,
      @Parameters(paramLabel = "CLIENT_ID", description = CLIENT) String clientId)
      throws IOException, SQLException {
    try (ClientDoor door = target.open()) {
      door.delete(clientId);
      printer.done("client deleted");
    }
  }

  private static void requireNew(ClientChange attributes) {
    if (attributes.name == null || attributes.supportEmail == null) {
      throw new CommandException(ExitCode.USAGE, "A new client needs --name and --support-email");
    }
  }

  private static List<String> orNone(List<String> roles) {
    return roles == null ? List.of() : roles;
  }
}
