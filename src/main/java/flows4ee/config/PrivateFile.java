package flows4ee.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * Small text files that only the server's account may read (mode 0600 where the system has one).
 */
public final class PrivateFile {

  private PrivateFile() {}

  /** Returns the content of the file, which is made of 32 random bytes (base64) if absent. */
  static String readOrCreateRandom(Path file) {
    try {
      if (!Files.exists(file)) {
        write(file, randomText());
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read or create " + file, e);
    }
  }

  /** Writes the file as a whole: a crash leaves the old content or the new, never a part. */
  public static void write(Path file, String content) throws IOException {
    Files.createDirectories(file.getParent());
    var draft =
        Files.createTempFile(file.getParent(), file.getFileName().toString(), ".new", mode());
    Files.writeString(draft, content);
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static FileAttribute<?>[] mode() {
    var posix = Path.of("").getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  private static String randomText() {
    var bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }
}
