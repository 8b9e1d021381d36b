package flows4ee.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads passwords from a file or an input, never from arguments; a final line break is none. */
final class PasswordSource {

  private final InputStream input;

  PasswordSource(InputStream input) {
    this.input = input;
  }

  /**
   * Reads a password.
   *
   * @param file or null for the input
   */
  String read(Path file) throws IOException {
    byte[] bytes = file == null ? input.readAllBytes() : Files.readAllBytes(file);
    return new String(bytes, StandardCharsets.UTF_8).replaceFirst("\\R\\z", "");
  }
}
