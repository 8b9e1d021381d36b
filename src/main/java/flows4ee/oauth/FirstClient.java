package flows4ee.oauth;

import flows4ee.oauth.NewSecret.Showing;
import jakarta.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Optional;

/**
 * Makes the one client with which a fresh installation can be tried out. Random values, all four
 * roles; written to {@code first-client.json} (mode 0600) as {@code {"base_url", "token_url",
 * "client_id", "client_secret"}}.
 */
public final class FirstClient {

  /** Name of the file in the data folder. */
  public static final String FILE_NAME = "first-client.json";

  private static final Actor SERVER = Actor.operator("server");

  private final ClientService clients;
  private final TokenStore store;

  public FirstClient(ClientService clients, TokenStore store) {
    this.clients = clients;
    this.store = store;
  }

  /**
   * Makes the client if no client ever was in the table; to be called in development mode on the
   * embedded database only.
   *
   * @param baseUrl base URL of the application without final slash
   * @return the written file, if a client was made
   */
  public Optional<Path> createIfEmpty(Path dataDirectory, String baseUrl) throws IOException {
    if (store.hasClients()) {
      return Optional.empty();
    }
    NewSecret made =
        clients.create(
            ClientAttributes.of("First client", "server", "first-client@localhost"),
            EnumSet.allOf(Role.class),
            Showing.NOW,
            SERVER);
    Path file = dataDirectory.resolve(FILE_NAME);
    write(file, document(made, baseUrl));
    return Optional.of(file);
  }

  private static String document(NewSecret made, String baseUrl) {
    return Json.createObjectBuilder()
        .add("base_url", baseUrl)
        .add("token_url", baseUrl + "/oauth/token")
        .add("client_id", made.client().clientId())
        .add("client_secret", made.plain().orElseThrow())
        .build()
        .toString();
  }

  /** Readable by its owner from the first byte on, and never half-written under its name. */
  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Path part = Files.createTempFile(file.getParent(), FILE_NAME, ".part", ownerOnly());
    Files.write(part, text.getBytes(StandardCharsets.UTF_8));
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
  }

  private static FileAttribute<?>[] ownerOnly() {
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
