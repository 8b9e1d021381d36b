package flows4ee.engine;

import static flows4ee.engine.Bpmn.flows;
import static flows4ee.engine.Bpmn.nodes;
import static org.assertj.core.api.Assertions.assertThat;

import flows4ee.engine.model.VariableValue;
import flows4ee.engine.state.InstanceEvent;
import flows4ee.engine.state.VariableEvent;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which events are logged at which level. */
class LoggingLevelTest {

  private static final String CHOICE =
      nodes("startEvent:S task:A exclusiveGateway:G task:B endEvent:E endEvent:F")
          + flows("S>A A>G G>B G>F B>E");

  private final EngineFixture engine = new EngineFixture();

  @BeforeEach
  void setLoggingLow() {
    engine.settings.loggingLevel = 0;
  }

  @AfterEach
  void invariantsHold() {
    new Invariants(engine).check();
  }

  @Test
  void shouldLogNoEventsAtLevelZero() {
    // when
    var process = runThrough(0);
    // then
    assertThat(instanceEvents(process)).isEmpty();
    assertThat(stepEvents(process)).isEmpty();
    assertThat(engine.database.tables.variableEvents).isEmpty();
  }

  @Test
  void shouldLogFailuresRepairsAndCompletionsAtLevelOne() {
    // when
    var process = runThrough(1);
    // then
    assertThat(instanceEvents(process)).containsExactly("error");
    assertThat(stepEvents(process))
        .containsExactly(
            "step completed S",
            "step completed A",
            "step error G",
            "step restart G",
            "step completed G",
            "step completed B",
            "step completed E");
    assertThat(engine.database.tables.variableEvents).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void shouldLogMajorEventsFromLevelTwo(int level) {
    // when
    var process = runThrough(level);
    // then
    assertThat(instanceEvents(process)).containsExactly("created", "started", "error", "completed");
    assertThat(stepEvents(process))
        .containsExactly(
            "current step S",
            "step completed S",
            "current step A",
            "step completed A",
            "step error G",
            "step restart G",
            "current step G",
            "step completed G",
            "current step B",
            "step completed B",
            "current step E",
            "step completed E");
    assertThat(engine.database.tables.variableEvents).isEmpty();
  }

  @Test
  void shouldLogRoutineEventsFromLevelFour() {
    // when
    var process = runThrough(4);
    // then
    assertThat(stepEvents(process))
        .contains("step reserved A", "step started A", "route chosen G", "step error G");
    assertThat(engine.database.tables.variableEvents).isEmpty();
  }

  @Test
  void shouldLogVariablesAtLevelEight() {
    // when
    runThrough(8);
    // then
    assertThat(engine.database.tables.variableEvents)
        .extracting(VariableEvent::name)
        .containsExactly("G:route");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 8})
  void shouldLogCompletedObjectsAtEveryLevel(int level) {
    assertThat(runThrough(level).completed()).containsExactly("S", "A", "G", "B", "E");
  }

  /** Reserves and completes a task, fails at a gateway, restarts there and goes to the end. */
  private Instance runThrough(int level) {
    var process = engine.create(engine.deployProcess(CHOICE), level);
    engine.engine().startInstance(process.id(), EngineFixture.TESTER);
    var step = process.at("A");
    var calls = engine.engine();
    calls.reserveStep(step.id(), step.stepKey(), "clerk", false, EngineFixture.TESTER);
    calls.startWork(step.id(), step.stepKey(), EngineFixture.TESTER);
    process.complete("A");
    process.set("G:route", VariableValue.text("G_B")).restart("G").complete("B");
    assertThat(process.status()).isEqualTo("completed");
    return process;
  }

  private static List<String> instanceEvents(Instance process) {
    return process.events().stream().map(InstanceEvent::event).toList();
  }

  private static List<String> stepEvents(Instance process) {
    return process.stepEvents().stream()
        .map(event -> event.event() + " " + event.objectId())
        .toList();
  }
}
