package flows4ee.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Secrets come from a file or standard input, never from an argument, which others could see. */
final class SecretText {

  private SecretText() {}

  /**
   * Reads a secret as UTF-8 without its final line break.
   *
   * @param file null for standard input
   * @throws CommandException when it is empty
   */
  static String read(Path file, InputStream input) throws IOException {
    byte[] bytes = file == null ? input.readAllBytes() : Files.readAllBytes(file);
    String secret = new String(bytes, StandardCharsets.UTF_8).replaceFirst("\\R\\z", "");
    if (secret.isEmpty()) {
      throw new CommandException(ExitCode.USAGE, "There is no secret to read");
    }
    return secret;
  }
}
