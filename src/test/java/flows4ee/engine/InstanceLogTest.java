package flows4ee.engine;

import static flows4ee.engine.ActivityFlowTest.assignment;
import static flows4ee.engine.ActivityFlowTest.callActivity;
import static flows4ee.engine.Bpmn.extended;
import static flows4ee.engine.Bpmn.flows;
import static flows4ee.engine.Bpmn.nodes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import flows4ee.engine.error.StepFailedException;
import flows4ee.engine.model.VariableValue;
import flows4ee.engine.state.InstanceEvent;
import flows4ee.engine.state.StepEvent;
import flows4ee.engine.state.VariableEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the entries of the event logs tell. */
class InstanceLogTest {

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
  void shouldTellOfTheStepThatFailed() {
    // given
    var process = start(1, CHOICE);
    var before = process.at("A");
    // when
    engine.clock.advance(Duration.ofMinutes(5));
    process.complete("A");
    // then
    var failed = process.failed();
    assertThat(process.events())
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.objectId()).isEqualTo("G");
              assertThat(event.subflowId()).isEqualTo(failed.id());
              assertThat(event.stepKey())
                  .isEqualTo(failed.stepKey())
                  .isNotEqualTo(before.stepKey());
              assertThat(event.processLevel()).isZero();
              assertThat(event.severity()).isEqualTo(1);
              assertThat(event.timestamp()).isEqualTo(engine.clock.instant());
              assertThat(event.user()).isEqualTo("tester");
            });
    assertThat(process.stepEvents())
        .last()
        .satisfies(
            event -> {
              assertThat(event.event()).isEqualTo("step error");
              assertThat(event.comment()).startsWith("No gateway routing instruction");
              assertThat(event.comment()).isEqualTo(process.events().get(0).comment());
            });
  }

  @Test
  void shouldTellOfTheProcessWhenItFailsToStart() {
    // given
    var process = create(1, nodes("startEvent:S"));
    // when
    assertThatThrownBy(() -> engine.engine().startInstance(process.id(), EngineFixture.TESTER))
        .isInstanceOf(StepFailedException.class);
    // then
    assertThat(process.events())
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.objectId()).isEqualTo("P");
              assertThat(event.subflowId()).isNull();
              assertThat(event.errorInfo()).isEqualTo("no_next_step_found");
            });
  }

  @Test
  void shouldTellOfTheCompletedStep() {
    // given
    var process = start(2, CHOICE);
    var step = process.at("A");
    // when
    engine.clock.advance(Duration.ofMinutes(5));
    process.complete("A");
    // then
    var current = process.stepEvents().get(2);
    assertThat(current.event()).isEqualTo("current step");
    assertThat(current.statusWhenComplete()).isNull();
    assertThat(current.completed()).isNull();
    var completed = process.stepEvents().get(3);
    assertThat(completed.event()).isEqualTo("step completed");
    assertThat(completed.objectId()).isEqualTo("A");
    assertThat(completed.subflowId()).isEqualTo(step.id());
    assertThat(completed.stepKey()).isEqualTo(step.stepKey());
    assertThat(completed.statusWhenComplete()).isEqualTo("running");
    assertThat(completed.becameCurrent()).isEqualTo(step.becameCurrent());
    assertThat(completed.completed()).isEqualTo(engine.clock.instant());
    assertThat(completed.lastCompleted()).isEqualTo("S");
    assertThat(completed.user()).isEqualTo("tester");
  }

  @Test
  void shouldTellHowLongACompletedInstanceTook() {
    // given
    var process = start(2, nodes("startEvent:S task:A endEvent:E") + flows("S>A A>E"));
    // when
    engine.clock.advance(Duration.ofMinutes(5));
    process.complete("A");
    // then
    assertThat(process.events())
        .extracting(InstanceEvent::event, InstanceEvent::durationMillis)
        .endsWith(tuple("completed", 300_000L));
  }

  @Test
  void shouldLogTheTerminationOfAnInstanceThatNeverStarted() {
    // given
    var none = create(0, CHOICE);
    var process = engine.create(none.row().diagramId(), 1);
    // when
    terminate(none);
    terminate(process);
    // then
    assertThat(none.events()).isEmpty();
    assertThat(process.events())
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.event()).isEqualTo("terminated");
              assertThat(event.comment()).isEqualTo("no need");
              assertThat(event.durationMillis()).isNull();
            });
  }

  @Test
  void shouldTellWhichStepWroteOrDeletedAVariable() {
    // given
    var process =
        start(
            8,
            nodes("startEvent:S endEvent:E")
                + extended("userTask:A", "", assignment("beforeTask", "V", "static", "x"))
                + flows("S>A A>E"));
    // when
    process.set("W", VariableValue.number(7));
    engine
        .engine()
        .deleteVariable(
            process.id(),
            new VariableReference("V", 0, OptionalLong.empty()),
            EngineFixture.TESTER);
    // then
    long step = process.at("A").id();
    var now = engine.clock.instant();
    assertThat(engine.database.tables.variableEvents)
        .containsExactly(
            variable(process, "V", "A", step, "beforeTask", VariableValue.text("x")),
            variable(process, "W", null, null, null, VariableValue.number(7)),
            variable(process, "V", null, null, null, null))
        .allMatch(event -> event.timestamp().equals(now));
  }

  @Test
  void shouldLogTheCallOfADiagramAtTheCallActivity() {
    // given
    String called = nodes("startEvent:S1 task:A1 endEvent:E1") + flows("S1>A1 A1>E1");
    engine.deploy("called", Bpmn.process(called), false);
    String calling = nodes("startEvent:S endEvent:E") + callActivity("C", "called", "");
    long diagram = engine.deployProcess(calling + flows("S>C C>E"));
    var quiet = start(engine.create(diagram, 2)).complete("A1");
    // when
    var process = start(engine.create(diagram, 4));
    var activity = process.at("C");
    process.complete("A1");
    // then
    assertThat(instanceEvents(quiet)).containsExactly("created", "started", "completed");
    assertThat(instanceEvents(process))
        .containsExactly(
            "created", "started", "start called model", "finish called model", "completed");
    assertThat(process.events())
        .filteredOn(event -> event.event().endsWith("called model"))
        .allSatisfy(
            event -> {
              assertThat(event.objectId()).isEqualTo("C");
              assertThat(event.subflowId()).isEqualTo(activity.id());
              assertThat(event.stepKey()).isEqualTo(activity.stepKey());
              assertThat(event.diagramId()).isEqualTo(diagram);
            });
  }

  @Test
  void shouldNameTheUserAndTheBusinessReferenceUnlessUsersAreHidden() {
    // given
    var process = create(8, CHOICE).set("BUSINESS_REF", VariableValue.text("4711"));
    // when
    start(process);
    engine.settings.isUserHidden = true;
    process.complete("A");
    // then
    assertThat(process.events())
        .extracting(InstanceEvent::event, InstanceEvent::user, InstanceEvent::businessRef)
        .containsExactly(
            tuple("created", "tester", null),
            tuple("started", "tester", "4711"),
            tuple("error", null, "4711"));
    assertThat(process.stepEvents()).last().extracting(StepEvent::user).isNull();
  }

  private Instance create(int level, String elements) {
    return engine.create(engine.deployProcess(elements), level);
  }

  private Instance start(int level, String elements) {
    return start(create(level, elements));
  }

  private Instance start(Instance process) {
    engine.engine().startInstance(process.id(), EngineFixture.TESTER);
    return process;
  }

  private void terminate(Instance process) {
    engine.engine().terminateInstance(process.id(), Optional.of("no need"), EngineFixture.TESTER);
  }

  private VariableEvent variable(
      Instance process, String name, String object, Long subflow, String set, VariableValue value) {
    return new VariableEvent(
        process.id(), 0, name, object, subflow, set, engine.clock.instant(), "tester", value);
  }

  private static List<String> instanceEvents(Instance process) {
    return process.events().stream().map(InstanceEvent::event).toList();
  }
}
