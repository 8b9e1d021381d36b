package flows4ee.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The client of a fresh installation. */
class FirstClientTest {

  private static final String BASE = "http://127.0.0.1:8080/flows4apex";

  @TempDir private Path folder;
  private OAuthFixture oauth;

  @BeforeEach
  void open() {
    oauth = OAuthFixture.onH2();
  }

  @AfterEach
  void close() throws IOException {
    oauth.close();
  }

  @Test
  void shouldMakeOneClientOfRandomValuesOnAnEmptyTable_SEC_KEY_5() throws IOException {
    // when
    Path file = oauth.module().firstClient().createIfEmpty(folder, BASE).orElseThrow();
    // then
    assertThat(file).hasFileName("first-client.json");
    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    JsonObject document = read(file);
    assertThat(document.keySet())
        .containsExactly("base_url", "token_url", "client_id", "client_secret");
    assertThat(document.getString("base_url")).isEqualTo(BASE);
    assertThat(document.getString("token_url")).isEqualTo(BASE + "/oauth/token");
    ClientView client =
        oauth.module().clients().findClient(document.getString("client_id")).orElseThrow();
    assertThat(client.roles()).isEqualTo(EnumSet.allOf(Role.class));
    assertThat(document.getString("client_secret")).hasSize(43);
  }

  private static JsonObject read(Path file) throws IOException {
    try (var reader = Json.createReader(Files.newInputStream(file))) {
      return reader.readObject();
    }
  }

  @Test
  void shouldMakeNoneWhenThereEverWasAClient() throws IOException {
    // given
    String id = oauth.createClient().client().clientId();
    oauth.module().clients().delete(id, OAuthFixture.OPERATOR);
    // then
    assertThat(oauth.module().firstClient().createIfEmpty(folder, BASE)).isEmpty();
    assertThat(folder).isEmptyDirectory();
  }
}
