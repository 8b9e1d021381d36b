package flows4ee.admin.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import flows4ee.engine.error.EngineMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the console says in its own words is what the server says. */
class ConsoleRefusalsTest {

  private static final Path WORDINGS = Path.of("webapp/console/src/shared/refusals.ts");
  private static final Pattern WORDING =
      Pattern.compile("^  \\[/(.+)/(i?), '\\w+'\\],$", Pattern.MULTILINE);

  /** Refusals that are not the engine's. */
  private static final List<String> OTHERS =
      List.of(
          "Client already exists",
          "Client is managed by the server",
          "Client has two live secrets",
          CsrfHeader.REFUSAL);

  @Test
  void shouldKnowTheWordsOfTheServer() throws IOException {
    var said =
        Stream.concat(
                OTHERS.stream(), Stream.of(EngineMessage.values()).map(ConsoleRefusalsTest::text))
            .toList();
    var wordings = WORDING.matcher(Files.readString(WORDINGS)).results().toList();
    assertThat(wordings).hasSizeGreaterThan(20);
    assertThat(wordings)
        .allSatisfy(
            wording -> {
              int flags = wording.group(2).isEmpty() ? 0 : Pattern.CASE_INSENSITIVE;
              assertThat(said).anyMatch(Pattern.compile(wording.group(1), flags).asPredicate());
            });
  }

  private static String text(EngineMessage message) {
    return message.format(1, 2, 3, 4);
  }
}
