package flows4ee.cli;

import picocli.CommandLine.Command;

/** {@code flowsctl oauth}: OAuth clients and their secrets. */
@Command(
    name = "oauth",
    description = "OAuth clients and their secrets.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = HashCommand.class)
final class OAuthCommand {}
