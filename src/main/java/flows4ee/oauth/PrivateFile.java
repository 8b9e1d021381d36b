package flows4ee.oauth;

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
 * Files that only the server's account may read (modes 0600 and 0700 where the system has them).
 */
public final class PrivateFile {

  private PrivateFile() {}

  /** Returns the content of the file, which is made of 32 random bytes (base64) if absent. */
  public static String readOrCreateRandom(Path file) {
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
    createFolder(file.getParent());
    var draft =
        Files.createTempFile(
            file.getParent(), file.getFileName().toString(), ".new", mode("rw-------"));
    Files.writeString(draft, content);
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /**
   * Creates a folder that only the server's account may enter; one that is there stays as it is.
   */
  public static void createFolder(Path folder) throws IOException {
    Files.createDirectories(folder, mode("rwx------"));
  }

  private static FileAttribute<?>[] mode(String permissions) {
    var posix = Path.of("").getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  private static String randomText() {
    var bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }
}
