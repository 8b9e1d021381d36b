package flows4ee.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MigrationFilesTest {

  private static final Path FOLDER = Path.of("src/main/resources/db/migration");

  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "oracle"})
  void shouldHaveTheSameVersionsForEveryVendor(String vendor) throws IOException {
    assertThat(scripts(vendor)).isEqualTo(scripts("h2"));
  }

  @Test
  void shouldNumberTheVersionsWithoutRepetition() throws IOException {
    var versions =
        scripts("h2").stream()
            .map(name -> name.substring(0, name.indexOf("__")))
            .collect(Collectors.toSet());
    assertThat(versions).hasSameSizeAs(scripts("h2")).contains("V1");
  }

  private static Set<String> scripts(String vendor) throws IOException {
    try (var files = Files.list(FOLDER.resolve(vendor))) {
      return files
          .map(file -> file.getFileName().toString())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
