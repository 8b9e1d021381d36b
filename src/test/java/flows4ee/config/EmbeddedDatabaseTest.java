package flows4ee.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {

  private static final DatabaseSettings SETTINGS =
      new DatabaseSettings(
          Optional.empty(), Optional.empty(), MigrationMode.AUTO, Duration.ofSeconds(1), 2);

  @TempDir Path parent;

  @Test
  void shouldLetNobodyElseEnterTheDataFolder() throws Exception {
    // given
    var folder = parent.resolve("data");
    // when
    try (var database = EmbeddedDatabase.open(folder, SETTINGS);
        var connection = database.dataSource().getConnection()) {
      // then
      assertThat(connection.isValid(1)).isTrue();
      assertThat(folder).isDirectoryContaining("glob:**.mv.db");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
          .isEqualTo("rwx------");
    }
  }
}
