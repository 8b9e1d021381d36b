package flows4ee.cli;

import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * {@code flowsctl}: {@code java -jar flowsctl.jar oauth hash}. Exit codes: 0 done, 1 error, 2 wrong
 * usage, 3 not found, 4 conflict.
 */
@Command(
    name = "flowsctl",
    description = "Administers Flows for Jakarta EE.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {OAuthCommand.class, UserCommand.class})
public final class Flowsctl {

  private Flowsctl() {}

  public static void main(String[] arguments) {
    Logger.getLogger("").setLevel(Level.WARNING);
    System.exit(commandLine().execute(arguments));
  }

  /** The command line, for programs that go on afterwards. */
  public static CommandLine commandLine() {
    return new CommandLine(new Flowsctl());
  }
}
