package flows4ee.oauth;

import flows4ee.oauth.NewSecret.Showing;
import jakarta.json.Json;
import java.io.IOException;
import java.nio.file.Path;
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
    PrivateFile.write(file, document(made, baseUrl));
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
}
