package flows4ee.config;

import static org.assertj.core.api.Assertions.assertThat;

import flows4ee.server.TestServer;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;

class FirstClientIT {

  private final TestServer server = TestServer.current();

  @Test
  void shouldExistOnlyInDevelopmentOnTheEmbeddedDatabase() throws Exception {
    var file = server.firstClientFile();
    if (System.getProperty("flows.server").equals("payara-micro")) {
      assertThat(Files.readString(file))
          .contains("\"base_url\":\"" + server.base() + "\"")
          .contains("\"token_url\":\"" + server.base() + "/oauth/token\"")
          .contains("\"client_id\":\"", "\"client_secret\":\"");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
    } else {
      assertThat(file).doesNotExist();
    }
  }

  @Test
  void shouldGrantTokensToTheDeclaredClient() {
    var token = server.anonymous().grantToken(server.credentials());
    assertThat(token.split("\\.")).hasSize(3);
  }
}
