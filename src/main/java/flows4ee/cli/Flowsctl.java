package flows4ee.cli;

import flows4ee.config.InvalidSettingException;
import flows4ee.oauth.ClientException;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * {@code flowsctl}: {@code java -jar flowsctl.jar oauth client list}. Exit codes: 0 done, 1 error,
 * 2 wrong usage or value, 3 not found, 4 conflict. Results go to standard output, complaints to
 * standard error.
 */
@Command(
    name = "flowsctl",
    description = "Administers Flows for Jakarta EE.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done", "1:error", "2:wrong usage or value", "3:not found", "4:conflict"},
    subcommands = {OAuthCommand.class, UserCommand.class, CheckCommand.class})
public final class Flowsctl {

  private Flowsctl() {}

  public static void main(String[] arguments) {
    Logger.getLogger("").setLevel(Level.WARNING);
    System.exit(commandLine().execute(arguments));
  }

  /** The command line, for programs that go on afterwards. */
  public static CommandLine commandLine() {
    var command = reporting(new CommandLine(new Flowsctl()));
    KeysCommand.takeAnyId(command.getSubcommands().get("oauth").getSubcommands().get("keys"));
    return command;
  }

  /** Lets a command say why it failed, and end with the code for it. */
  static CommandLine reporting(CommandLine command) {
    return command
        .setExecutionExceptionHandler(Flowsctl::complain)
        .setExitCodeExceptionMapper(failure -> codeOf(failure).number());
  }

  private static int complain(Exception failure, CommandLine command, ParseResult parsed) {
    command.getErr().println("flowsctl: " + text(failure));
    return codeOf(failure).number();
  }

  private static String text(Throwable failure) {
    if (failure instanceof ClientException refused && !refused.attribute().isEmpty()) {
      return refused.getMessage() + ": " + refused.attribute();
    }
    String message = failure.getMessage() == null ? failure.toString() : failure.getMessage();
    Throwable cause = failure.getCause();
    return cause == null || message.contains(text(cause)) ? message : message + ": " + text(cause);
  }

  private static ExitCode codeOf(Throwable failure) {
    if (failure instanceof CommandException refused) {
      return refused.code();
    }
    if (failure instanceof ClientException refused) {
      return switch (refused.kind()) {
        case NOT_FOUND -> ExitCode.NOT_FOUND;
        case CONFLICT -> ExitCode.CONFLICT;
        case INVALID -> ExitCode.USAGE;
        case FORBIDDEN -> ExitCode.ERROR;
      };
    }
    boolean isUsage =
        failure instanceof ParameterException || failure instanceof InvalidSettingException;
    return isUsage ? ExitCode.USAGE : ExitCode.ERROR;
  }
}
