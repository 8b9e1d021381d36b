package flows4ee.cli;

import flows4ee.oauth.SecretHasher;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code flowsctl oauth hash}: prints the value of {@code f4a.clients.<name>.secret-hash} for a
 * secret. The secret comes from a file or from standard input, never from an argument; a final line
 * break does not belong to it.
 */
@Command(
    name = "hash",
    description = "Prints the hash of a client secret, for f4a.clients.<name>.secret-hash.",
    mixinStandardHelpOptions = true)
final class HashCommand implements Callable<Integer> {

  private static final int LEAST_ITERATIONS = 1000;

  @Spec CommandSpec spec;

  @Option(names = "--secret-file", description = "File with the secret; default: standard input.")
  Path secretFile;

  @Option(
      names = "--iterations",
      description = "Cost of the derivation (default: ${DEFAULT-VALUE}).",
      defaultValue = "210000")
  int iterations;

  private final InputStream input;

  HashCommand() {
    this(System.in);
  }

  HashCommand(InputStream input) {
    this.input = input;
  }

  @Override
  public Integer call() throws IOException {
    if (iterations < LEAST_ITERATIONS) {
      throw new ParameterException(
          spec.commandLine(), "--iterations must be at least " + LEAST_ITERATIONS);
    }
    String secret = SecretText.read(secretFile, input);
    spec.commandLine().getOut().println(SecretHasher.hashChosen(secret, iterations));
    return 0;
  }
}
