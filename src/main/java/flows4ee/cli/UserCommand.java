package flows4ee.cli;

import flows4ee.admin.console.ConsoleUserView;
import flows4ee.admin.console.ConsoleUsers.Credentials;
import flows4ee.oauth.Actor;
import flows4ee.oauth.ClientService;
import flows4ee.oauth.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code flowsctl user}: people at the console, their API roles and passwords. */
@Command(
    name = "user",
    description = "People at the console, their API roles and passwords.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class UserCommand {

  private static final String NAME = "Name of the user.";
  private static final String ROLES =
      "API roles, separated by commas: read, write, messages, admin, or their full names.";

  private final PasswordSource passwords;

  UserCommand() {
    this(new PasswordSource(System.in));
  }

  UserCommand(PasswordSource passwords) {
    this.passwords = passwords;
  }

  @Command(description = "Makes a user; the password comes from standard input or a file.")
  int create(
      @Mixin UserCall call,
      @Mixin PasswordOption password,
      @Option(names = "--roles", description = ROLES, defaultValue = "") String roles,
      @Parameters(paramLabel = "NAME", description = NAME) String name) {
    return call.run(
        (users, out) -> {
          var credentials = new Credentials(name, passwords.read(password.file));
          out.print(users.create(credentials, roles(roles), operator()));
        });
  }

  @Command(description = "Lists the users.")
  int list(@Mixin UserCall call) {
    return call.run((users, out) -> out.print(users.findUsers()));
  }

  @Command(description = "Replaces the API roles of a user.")
  int roles(
      @Mixin UserCall call,
      @Parameters(paramLabel = "NAME", description = NAME) String name,
      @Parameters(paramLabel = "ROLES", description = ROLES, arity = "0..1")
          Optional<String> roles) {
    return call.run(
        (users, out) -> out.print(users.setRoles(name, roles(roles.orElse("")), operator())));
  }

  @Command(description = "Replaces the password of a user and ends his sessions.")
  int password(
      @Mixin UserCall call,
      @Mixin PasswordOption password,
      @Parameters(paramLabel = "NAME", description = NAME) String name) {
    return call.run(
        (users, out) -> {
          var credentials = new Credentials(name, passwords.read(password.file));
          out.print(users.setPassword(credentials, operator()));
        });
  }

  @Command(description = "Ends the sessions of a user and lets him sign in no more.")
  int disable(
      @Mixin UserCall call, @Parameters(paramLabel = "NAME", description = NAME) String name) {
    return call.run((users, out) -> out.print(users.disable(name, operator())));
  }

  @Command(description = "Lets a user sign in again.")
  int enable(
      @Mixin UserCall call, @Parameters(paramLabel = "NAME", description = NAME) String name) {
    return call.run((users, out) -> out.print(users.enable(name, operator())));
  }

  @Command(description = "Removes a user.")
  int delete(
      @Mixin UserCall call, @Parameters(paramLabel = "NAME", description = NAME) String name) {
    return call.run(
        (users, out) -> {
          users.delete(name, operator());
          out.print(List.<ConsoleUserView>of());
        });
  }

  /** Short names are the last words of the full ones, in any case. */
  static Set<Role> roles(String list) {
    return ClientService.rolesOf(
        Arrays.stream(list.split(","))
            .map(String::strip)
            .filter(text -> !text.isEmpty())
            .map(UserCommand::fullName)
            .toList());
  }

  private static String fullName(String text) {
    return Arrays.stream(Role.values())
        .filter(role -> role.name().equalsIgnoreCase(text))
        .findFirst()
        .map(Role::roleName)
        .orElse(text);
  }

  private static Actor operator() {
    return Actor.operator("flowsctl");
  }
}
