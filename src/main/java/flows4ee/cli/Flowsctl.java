package flows4ee.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * {@code flowsctl}: {@code java -jar flowsctl.jar oauth hash}. Exit codes: 0 done, 1 error, 2 wrong
 * usage.
 */
@Command(
    name = "flowsctl",
    description = "Administers Flows for Jakarta EE.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = OAuthCommand.class)
public final class Flowsctl {

  private Flowsctl() {}

  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Flowsctl());
  }
}
