package flows4ee.engine;

import static flows4ee.engine.Bpmn.catchEvent;
import static flows4ee.engine.Bpmn.flows;
import static flows4ee.engine.Bpmn.nodes;
import static flows4ee.engine.Bpmn.timer;
import static org.assertj.core.api.Assertions.assertThat;

import flows4ee.engine.model.VariableValue;
import flows4ee.engine.state.InstanceEvent;
import flows4ee.engine.state.Timer;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bugs reported of engines of this kind, tried on this one. */
class FieldReportsTest {

  private final EngineFixture engine = new EngineFixture();

  @AfterEach
  void invariantsHold() {
    new Invariants(engine).check();
  }

  /** The first of several automatic branches ran to the end before its sisters existed. */
  @ParameterizedTest
  @ValueSource(strings = {"parallelGateway", "inclusiveGateway"})
  void A01_shouldJoinAutomaticBranchesOnce(String gateway) {
    // given
    long diagram =
        engine.deployProcess(
            nodes("startEvent:S serviceTask:A serviceTask:B serviceTask:C endEvent:E")
                + nodes(gateway + ":G " + gateway + ":M")
                + flows("S>G G>A G>B G>C A>M B>M C>M M>E"));
    // when
    var process = startByRoutes(diagram, "G_A:G_B:G_C");
    // then
    assertThat(process.status()).isEqualTo("completed");
    assertThat(process.completed()).containsExactly("S", "G", "A", "B", "C", "M", "E");
    assertThat(events(process, "completed")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"parallelGateway", "inclusiveGateway"})
  void A01_shouldWaitForTheOtherBranchesWhenTheFirstEndsByItself(String gateway) {
    // given
    long diagram =
        engine.deployProcess(
            nodes("startEvent:S serviceTask:A task:B endEvent:E endEvent:F " + gateway + ":G")
                + flows("S>G G>A G>B A>E B>F"));
    // when
    var process = startByRoutes(diagram, "G_A:G_B");
    // then
    assertThat(process.status()).isEqualTo("running");
    assertThat(process.steps()).containsExactly("B running");
    // when
    process.complete("B");
    // then
    assertThat(process.status()).isEqualTo("completed");
    assertThat(events(process, "completed")).hasSize(1);
  }

  @Test
  void A01_shouldGoOnOnceFromTheAutomaticBranchesOfAnEventGateway() {
    // given
    long diagram =
        engine.deployProcess(
            nodes("startEvent:S eventBasedGateway:G serviceTask:A serviceTask:B endEvent:E")
                + nodes("exclusiveGateway:M")
                + catchEvent("T", timer("timeDuration", "PT0S"))
                + catchEvent("U", timer("timeDuration", "PT0S"))
                + flows("S>G G>T G>U T>A U>B A>M B>M M>E"));
    var process = engine.start(diagram);
    assertThat(process.steps()).containsExactly("T waiting for timer", "U waiting for timer");
    // when
    engine.fireTimers();
    // then
    assertThat(process.status()).isEqualTo("completed");
    assertThat(Collections.frequency(process.completed(), "M")).isEqualTo(1);
    assertThat(events(process, "completed")).hasSize(1);
  }

  /** The date part of a duration failed. */
  @ParameterizedTest
  @CsvSource({
    "P3M,2026-04-30T09:00:00Z",
    "P1Y2M,2027-03-31T09:00:00Z",
    "P1M,2026-02-28T09:00:00Z",
    "P1Y2M3DT4H5M6S,2027-04-03T13:05:06Z"
  })
  void A03_shouldAddMonthsAndYearsOfTheCalendar(String duration, Instant due) {
    // given
    engine.clock.set(Instant.parse("2026-01-31T09:00:00Z"));
    // when
    var process = engine.start(waiting(duration));
    // then
    assertThat(process.steps()).containsExactly("T waiting for timer");
    assertThat(engine.database.tables.timers.values())
        .extracting(Timer::dueOn)
        .containsExactly(due);
  }

  /** A text that is no duration gave an error nobody could read. */
  @ParameterizedTest
  @ValueSource(strings = {"P3X", "P", "three months", "P1M2Y"})
  void A03_shouldNameTheTextThatIsNoDuration(String text) {
    // when
    var process = engine.start(waiting(text));
    // then
    assertThat(process.status()).isEqualTo("error");
    assertThat(process.steps()).containsExactly("T error");
    assertThat(process.errorKeys()).containsExactly("timer_definition_error");
    assertThat(events(process, "error")).singleElement().asString().contains(text);
  }

  /** An instance was shown as running although every step was done. */
  @Test
  void A04_shouldHaveCompletedWhenTheStartReturns() {
    // given
    long diagram =
        engine.deployProcess(
            nodes("startEvent:S serviceTask:A exclusiveGateway:B serviceTask:C endEvent:E")
                + flows("S>A A>B B>C C>E"));
    // when
    var process = engine.start(diagram);
    // then
    assertThat(process.status()).isEqualTo("completed");
    assertThat(process.row().completeTs()).isEqualTo(engine.clock.instant());
    assertThat(process.subflows()).isEmpty();
  }

  private Instance startByRoutes(long diagram, String routes) {
    var process = engine.create(diagram).set("G:route", VariableValue.text(routes));
    engine.engine().startInstance(process.id(), EngineFixture.TESTER);
    return process;
  }

  private long waiting(String duration) {
    return engine.deployProcess(
        nodes("startEvent:S endEvent:E")
            + catchEvent("T", timer("timeDuration", duration))
            + flows("S>T T>E"));
  }

  /** Comments of the events of one kind. */
  private List<String> events(Instance process, String kind) {
    return engine.database.tables.instanceEvents.stream()
        .filter(event -> event.processId() == process.id() && event.event().equals(kind))
        .map(InstanceEvent::comment)
        .toList();
  }
}
