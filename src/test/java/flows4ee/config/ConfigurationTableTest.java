package flows4ee.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of run-time keys in the documentation says what the code says. */
class ConfigurationTableTest {

  private static final Path TABLE = Path.of("docs/configuration.md");

  @Test
  void shouldListEveryKeyWithItsDefaultAndBounds() throws IOException {
    assertThat(rows().map(row -> row.substring(0, row.lastIndexOf(" | ", row.length() - 3))))
        .containsExactlyElementsOf(
            Stream.of(RuntimeKey.values()).map(ConfigurationTableTest::row).sorted().toList());
  }

  @Test
  void shouldSayWhatEveryKeyMeans() throws IOException {
    List<String> meanings =
        rows().map(row -> row.substring(row.lastIndexOf(" | ", row.length() - 3) + 3)).toList();
    assertThat(meanings).allMatch(text -> text.length() > 10);
  }

  private static Stream<String> rows() throws IOException {
    return Files.readAllLines(TABLE).stream()
        .dropWhile(line -> !line.startsWith("| Key | Default"))
        .skip(2)
        .takeWhile(line -> line.startsWith("| `"))
        .sorted();
  }

  private static String row(RuntimeKey key) {
    String value = key.defaultValue().isEmpty() ? "–" : "`" + key.defaultValue() + "`";
    return "| `" + key.key() + "` | " + value + " | " + key.range().description();
  }
}
