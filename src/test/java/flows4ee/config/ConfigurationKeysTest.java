package flows4ee.config;

import static org.assertj.core.api.Assertions.assertThat;

import flows4ee.config.ConfigurationKeys.Unknown;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ConfigurationKeysTest {

  private static final Path SOURCES = Path.of("src/main/java/flows4ee");
  private static final Pattern READ = Pattern.compile("\"(f4a\\.[a-z_.]*[a-z])\"");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| (`f4a\\.[^|]+) \\|");
  private static final Pattern NAME = Pattern.compile("`([^`]+)`");

  @Test
  void shouldKnowExactlyTheKeysThatAreRead() throws IOException {
    try (var files = Files.walk(SOURCES)) {
      var read =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .filter(file -> !file.endsWith("ConfigurationKeys.java"))
              .flatMap(file -> READ.matcher(text(file)).results())
              .map(match -> match.group(1))
              .collect(Collectors.toSet());
      assertThat(read).containsExactlyInAnyOrderElementsOf(ConfigurationKeys.OF_DEPLOYMENT);
    }
  }

  @Test
  void shouldDescribeExactlyTheseKeysInTheReadme() {
    Set<String> described = new TreeSet<>();
    ROW.matcher(text(Path.of("README.md")))
        .results()
        .forEach(row -> collect(row.group(1), described));
    assertThat(described)
        .containsExactlyInAnyOrderElementsOf(
            ConfigurationKeys.OF_DEPLOYMENT.stream()
                .filter(key -> !key.endsWith(".file"))
                .toList());
  }

  /** A name that begins with a dot stands for one beside the first of its row. */
  private static void collect(String cell, Set<String> keys) {
    var names = NAME.matcher(cell).results().map(match -> match.group(1)).toList();
    String first = names.get(0);
    boolean isEngine = first.startsWith("f4a.engine.");
    String prefix = isEngine ? "f4a.engine" : first.substring(0, first.lastIndexOf('.'));
    names.forEach(name -> keys.add(name.startsWith(".") ? prefix + name : name));
  }

  @Test
  void shouldPassOverKnownKeysAndThoseOfOthers() {
    var known =
        List.of(
            "f4a.mode",
            "f4a.rest_base",
            "f4a.clients.shop.roles",
            "f4a.clients.shop.secret-hash",
            "java.version",
            "F4A_MODES");
    assertThat(ConfigurationKeys.unknownAmong(known)).isEmpty();
  }

  @Test
  void shouldNameTheNearestKey() {
    var names =
        List.of("f4a.timer.pol", "f4a.rest_bases", "f4a.clients.shop.role", "f4a.something.else");
    assertThat(ConfigurationKeys.unknownAmong(names))
        .extracting(Unknown::toString)
        .containsExactly(
            "f4a.clients.shop.role",
            "f4a.rest_bases (did you mean f4a.rest_base?)",
            "f4a.something.else",
            "f4a.timer.pol (did you mean f4a.timers.poll?)");
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
