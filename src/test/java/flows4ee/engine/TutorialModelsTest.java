package flows4ee.engine;

import static org.assertj.core.api.Assertions.assertThat;

import flows4ee.engine.error.EngineException;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every tutorial and example diagram runs to its end, or stops as {@code tutorial-stops.txt} says.
 */
class TutorialModelsTest {

  private static final Map<String, String> STOPS = stops();

  private final EngineFixture engine = new EngineFixture();

  /** Lines of file, how it stops and why, with a bar between; a number sign begins a comment. */
  private static Map<String, String> stops() {
    var stops = new HashMap<String, String>();
    for (String line : lines()) {
      if (!line.isBlank() && !line.startsWith("#")) {
        String[] parts = line.split("\\|");
        assertThat(parts).as(line).hasSize(3).noneMatch(String::isBlank);
        assertThat(stops.put(parts[0].strip() + ".bpmn", parts[1].strip())).as(line).isNull();
      }
    }
    return stops;
  }

  private static List<String> lines() {
    return EngineFixture.read("tutorial-stops.txt").lines().toList();
  }

  static List<String> tutorials() throws IOException, URISyntaxException {
    var folder = Path.of(TutorialModelsTest.class.getResource("/models/tutorials").toURI());
    try (var files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".bpmn"))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("tutorials")
  void shouldRunToItsEndOrStopAsExpected(String file) {
    // given
    deployCalledDiagrams();
    // when
    String outcome = outcome(file);
    // then
    assertThat(outcome).as(file).isEqualTo(STOPS.getOrDefault(file, "completed"));
  }

  @Test
  void shouldExpectStopsOfTutorialsOnly() throws IOException, URISyntaxException {
    assertThat(tutorials()).isNotEmpty().containsAll(STOPS.keySet());
    assertThat(STOPS.values()).isNotEmpty().doesNotContain("completed");
  }

  private String outcome(String file) {
    Instance process;
    try {
      process = engine.create(engine.deployFile("tutorials/" + file));
      engine.engine().startInstance(process.id(), EngineFixture.TESTER);
    } catch (EngineException e) {
      return "not started: " + e.engineMessage().key();
    }
    return new BlindDrive(engine, process).drive();
  }

  private void deployCalledDiagrams() {
    for (String version : List.of("0", "22.2", "23.1")) {
      deploy(
          "Tutorial 5e - ship Goods (Called by Tutorial 5d)",
          version,
          "tutorial-5e-ship-goods-called-by-tutorial-5d-v251");
    }
    deploy(
        "A11b - Variable Exp Types with CallActivity",
        "0",
        "legacy-a11b-variable-exp-types-with-callactivity-alt2");
    deploy(
        "A15a - Single Diagram Lanes with SubProcs",
        "0",
        "legacy-a15a-single-diagram-lanes-with-subprocs");
  }

  private void deploy(String name, String version, String file) {
    engine.deploy(name, version, EngineFixture.read("tutorials/" + file + ".bpmn"), false);
  }
}
