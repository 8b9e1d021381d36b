package flows4ee.engine.parser;

import static org.assertj.core.api.Assertions.assertThat;

import flows4ee.engine.model.Event;
import flows4ee.engine.model.EventDefinition;
import flows4ee.engine.model.FlowElement;
import flows4ee.engine.model.Location;
import flows4ee.engine.model.SequenceFlow;
import flows4ee.engine.model.UnsupportedElement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every BPMN file of the corpus: read completely, each element found at its place. */
class ModelCorpusTest {

  static final Path MODELS = Path.of("src/test/resources/models");

  private static final Pattern FLOW_NODE =
      Pattern.compile(
          "<bpmn:(startEvent|endEvent|boundaryEvent|intermediate\\w+|\\w*[tT]ask|subProcess|"
              + "callActivity|\\w+Gateway) id=[\"']([^\"']+)[\"']");
  private static final Pattern FLOW = Pattern.compile("<bpmn:sequenceFlow id=[\"']([^\"']+)[\"']");

  static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(MODELS)) {
      return files.filter(file -> file.toString().endsWith(".bpmn")).sorted().toList();
    }
  }

  @Test
  void shouldFindTheWholeCorpus() throws IOException {
    assertThat(files()).hasSize(205);
  }

  @ParameterizedTest
  @MethodSource("files")
  void shouldReadEveryElementOfAFile(Path file) throws IOException {
    // given
    var text = Files.readString(file);
    // when
    var model = new DiagramParser().parse(Files.readAllBytes(file)).model();
    // then
    assertThat(model.elements().keySet()).containsExactlyElementsOf(all(FLOW_NODE, text, 2));
    assertThat(model.elements().values().stream().flatMap(node -> node.outgoing().stream()))
        .extracting(SequenceFlow::id)
        .containsExactlyInAnyOrderElementsOf(all(FLOW, text, 1));
  }

  @ParameterizedTest
  @MethodSource("files")
  void shouldLocateEveryElementAtItsStartTag(Path file) throws IOException {
    // given
    var lines = Files.readString(file).split("\r\n|\n|\r", -1);
    // when
    var model = new DiagramParser().parse(Files.readAllBytes(file)).model();
    // then
    for (FlowElement element : model.elements().values()) {
      Location at = element.node().location();
      assertThat(lines[at.line() - 1].substring(at.column() - 1))
          .matches("<" + element.node().tag() + " id=[\"']" + element.id() + "[\"'].*");
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void shouldSupportEveryElementOfAFile(Path file) throws IOException {
    var model = new DiagramParser().parse(Files.readAllBytes(file)).model();
    assertThat(model.elements().values()).noneMatch(UnsupportedElement.class::isInstance);
  }

  @Test
  void shouldNameTheMainProcess() throws IOException {
    var file = MODELS.resolve("flows-for-apex/a05a-engine-terminations.bpmn");
    assertThat(new DiagramParser().parse(Files.readAllBytes(file)).mainProcessName())
        .contains("A05a - Engine Terminations");
  }

  @Test
  void shouldReadAModelWithAnUnsupportedCatchEvent() throws IOException {
    var file = MODELS.resolve("flows-for-apex/a05c-engine-ice-types.bpmn");
    var model = new DiagramParser().parse(Files.readAllBytes(file)).model();
    assertThat(model.warnings())
        .extracting(problem -> problem.value())
        .contains(
            "An event definition of type bpmn:signalEventDefinition is not supported here.",
            "An event definition of type bpmn:conditionalEventDefinition is not supported here.");
    assertThat(model.elements().values())
        .filteredOn(element -> element instanceof Event)
        .extracting(element -> ((Event) element).definition())
        .contains(new EventDefinition.Unsupported("bpmn:signalEventDefinition"));
  }

  private static List<String> all(Pattern pattern, String text, int group) {
    return pattern
        .matcher(text)
        .results()
        .map((MatchResult result) -> result.group(group))
        .toList();
  }
}
