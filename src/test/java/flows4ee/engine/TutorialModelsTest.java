package flows4ee.engine;

import static org.assertj.core.api.Assertions.assertThat;

import flows4ee.engine.error.EngineException;
import flows4ee.engine.state.MessageSubscription;
import flows4ee.engine.state.Subflow;
import flows4ee.engine.state.SubflowStatus;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Drives every tutorial and example diagram without knowing it: completes what is open, sends what
 * is awaited, moves timers on, until the instance has ended or only errors and refusals are left.
 */
class TutorialModelsTest {

  private static final int ROUNDS = 200;

  private static final Set<String> START_REFUSALS =
      Set.of(
          "start-no-start-event",
          "start-multiple-start-events",
          "version-no-rel-or-draft-v0",
          "version-not-found",
          "call-diagram-not-callable");

  private final EngineFixture engine = new EngineFixture();

  static Stream<String> tutorials() throws IOException, URISyntaxException {
    var folder = Path.of(TutorialModelsTest.class.getResource("/models/tutorials").toURI());
    try (var files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".bpmn"))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("tutorials")
  void shouldDriveTheDiagramToItsEndOrToADocumentedStop(String file) {
    // given
    deployCalledDiagrams();
    Instance process;
    try {
      process = engine.create(engine.deployFile("tutorials/" + file));
      engine.engine().startInstance(process.id(), EngineFixture.TESTER);
    } catch (EngineException e) {
      assertThat(isExplained(e)).as(e.engineMessage().key()).isTrue();
      return;
    }
    // when
    int round = 0;
    while (!process.row().status().isEnded() && round < ROUNDS && moveOn(process)) {
      new Invariants(engine).check();
      round++;
    }
    // then
    assertThat(process.row().status().isEnded() || isAtADocumentedStop(process))
        .as("%s stands at %s, errors %s", file, process.steps(), process.errorKeys())
        .isTrue();
  }

  private void deployCalledDiagrams() {
    deploy(
        "Tutorial 5e - ship Goods (Called by Tutorial 5d)",
        "tutorial-5e-ship-goods-called-by-tutorial-5d-v251");
    deploy(
        "A11b - Variable Exp Types with CallActivity",
        "legacy-a11b-variable-exp-types-with-callactivity-alt2");
  }

  private void deploy(String name, String file) {
    engine.deploy(name, EngineFixture.read("tutorials/" + file + ".bpmn"), false);
  }

  /** A start that fails names why: the structure of the diagram, or an expression at the start. */
  private static boolean isExplained(EngineException refusal) {
    return START_REFUSALS.contains(refusal.engineMessage().key())
        || refusal.getMessage() != null && !refusal.getMessage().isBlank();
  }

  /** A step is in error, or its completion is refused, and the log says why. */
  private static boolean isAtADocumentedStop(Instance process) {
    boolean isStopped =
        process.subflows().stream()
            .anyMatch(
                step -> step.status() == SubflowStatus.ERROR || step.status().isCompletable());
    return isStopped
        && !process.errorKeys().isEmpty()
        && process.errorKeys().stream().noneMatch(Objects::isNull);
  }

  private boolean moveOn(Instance process) {
    boolean hasMoved = false;
    for (Subflow step : new ArrayList<>(process.subflows())) {
      hasMoved |= isStillThere(step) && completes(step);
    }
    return hasMoved | sendsMessages(process) | passesTime(process);
  }

  private boolean completes(Subflow step) {
    if (!step.status().isCompletable()) {
      return false;
    }
    try {
      engine
          .engine()
          .completeStep(step.id(), step.stepKey(), StepCompletion.PLAIN, EngineFixture.TESTER);
      return true;
    } catch (EngineException e) {
      assertThat(e.getMessage()).isNotBlank();
      return false;
    }
  }

  private boolean sendsMessages(Instance process) {
    List<MessageSubscription> awaited =
        engine.database.tables.subscriptions.values().stream()
            .filter(open -> Objects.equals(open.processId(), process.id()))
            .filter(open -> open.keyName() != null || open.keyValue() != null)
            .toList();
    for (var open : awaited) {
      if (engine.database.tables.subscriptions.containsKey(open.id())) {
        engine.message(open.messageName(), open.keyName(), open.keyValue(), "payload");
      }
    }
    return !awaited.isEmpty();
  }

  private boolean passesTime(Instance process) {
    boolean isWaiting =
        process.subflows().stream()
            .anyMatch(step -> step.status() == SubflowStatus.WAITING_FOR_TIMER);
    if (isWaiting) {
      engine.pass(Duration.ofDays(400));
    }
    return isWaiting;
  }

  private boolean isStillThere(Subflow step) {
    var now = engine.database.tables.subflows.get(step.id());
    return now != null && now.stepKey().equals(step.stepKey());
  }
}
