package flows4ee.cli;

import picocli.CommandLine.Command;

/** {@code flowsctl oauth}: OAuth clients, their secrets, signing keys. */
@Command(
    name = "oauth",
    description = "OAuth clients, their secrets and the signing keys.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {ClientCommand.class, KeysCommand.class, HashCommand.class})
final class OAuthCommand {}
