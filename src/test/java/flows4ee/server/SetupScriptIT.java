package flows4ee.server;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the operators' script refuses before it changes anything. */
class SetupScriptIT {

  @TempDir Path folder;

  private Path parameters(String domainFolder) throws Exception {
    return Files.write(
        folder.resolve("flows4apex.properties"),
        List.of(
            "PAYARA_HOME=" + TestFiles.path("flows.payara-server"),
            "DOMAIN=domain1",
            "DOMAIN_DIR=" + domainFolder,
            "ADMIN_HOST=127.0.0.1",
            "ADMIN_PORT=" + FreePort.find()));
  }

  @Test
  void shouldRefuseToRestartAPayaraDomainThatDoesNotRun() throws Exception {
    var parameters = parameters("");
    for (var part : List.of("datasource", "https")) {
      assertThatThrownBy(() -> SetupScript.run("payara", parameters, folder, part))
          .hasMessageContaining("DOMAIN domain1 does not run")
          .hasMessageNotContaining("install " + part);
    }
  }

  @Test
  void shouldLookForThePayaraDomainInTheFolderNamed() throws Exception {
    var missing = folder.resolve("none").toString();
    assertThatThrownBy(() -> SetupScript.run("payara", parameters(missing), folder, "datasource"))
        .hasMessageContaining(missing)
        .hasMessageNotContaining("install datasource");
  }
}
