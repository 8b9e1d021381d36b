package flows4ee.engine;

import static org.assertj.core.api.Assertions.assertThat;

import flows4ee.engine.model.Event;
import flows4ee.engine.model.EventDefinition;
import flows4ee.engine.model.ModelProblem;
import flows4ee.engine.parser.DiagramParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every diagram of the corpus deploys, and what will not run is told by element and reason. */
class CorpusDeploymentTest {

  private final EngineFixture engine = new EngineFixture();

  static List<Path> files() throws IOException {
    try (var files = Files.walk(Path.of("src/test/resources/models"))) {
      return files.filter(file -> file.toString().endsWith(".bpmn")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void shouldDeployWithReasonsForWhatWillFail(Path file) throws IOException {
    // given
    byte[] content = Files.readAllBytes(file);
    // when
    var deployed = engine.deploy("any", new String(content, StandardCharsets.UTF_8), false);
    // then
    assertThat(engine.database.tables.diagrams).containsKey(deployed.diagram().id());
    assertThat(deployed.warnings()).allSatisfy(CorpusDeploymentTest::assertExplains);
    assertThat(deployed.warnings())
        .flatExtracting(warning -> warning.elementId().stream().toList())
        .containsAll(unsupportedEvents(content));
  }

  private static void assertExplains(ModelProblem warning) {
    assertThat(warning.elementId()).isPresent();
    assertThat(warning.elementType()).hasValueSatisfying(type -> assertThat(type).contains(":"));
    assertThat(warning.value()).hasSizeGreaterThan(10);
    assertThat(warning.location().line()).isPositive();
  }

  private static List<String> unsupportedEvents(byte[] content) {
    return new DiagramParser()
        .parse(content).model().elements().values().stream()
            .filter(element -> element instanceof Event)
            .map(Event.class::cast)
            .filter(event -> event.definition() instanceof EventDefinition.Unsupported)
            .map(Event::id)
            .toList();
  }
}
