package flows4ee.engine;

import static flows4ee.engine.Bpmn.catchEvent;
import static flows4ee.engine.Bpmn.flows;
import static flows4ee.engine.Bpmn.nodes;
import static flows4ee.engine.Bpmn.timer;
import static org.assertj.core.api.Assertions.assertThat;

import flows4ee.engine.model.VariableValue;
import java.time.Duration;
import java.util.Collections;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Diagrams that would use up the server end in an error of the step that goes too far. */
class LimitsTest {

  private final EngineFixture engine = new EngineFixture();

  @AfterEach
  void invariantsHold() {
    new Invariants(engine).check();
  }

  @Test
  void shouldStopLinksThatLeadInACircle_SEC_DOS_2() {
    // given
    var process =
        engine.start(
            engine.deployProcess(
                nodes("startEvent:S task:W exclusiveGateway:M")
                    + link("intermediateThrowEvent", "X")
                    + link("intermediateCatchEvent", "Y")
                    + flows("S>W W>M M>X Y>M")));
    // when
    process.complete("W");
    // then
    assertThat(process.status()).isEqualTo("error");
    assertThat(process.errorKeys()).containsExactly("step-budget-exceeded");
  }

  @Test
  void shouldRefuseCallsThatGoTooDeep_SEC_DOS_2() {
    // given
    long first = 0;
    for (int depth = 60; depth >= 0; depth--) {
      String call =
          depth == 60
              ? nodes("task:C")
              : ActivityFlowTest.callActivity("C", "called " + (depth + 1), "");
      String elements = nodes("startEvent:S endEvent:E") + call + flows("S>C C>E");
      first = engine.deploy("called " + depth, Bpmn.process(elements), false).diagram().id();
    }
    long diagram = first;
    // when
    String refusal = Instance.refusal(() -> engine.create(diagram));
    // then
    assertThat(refusal).isEqualTo("call-too-deep");
    assertThat(engine.database.tables.instances).isEmpty();
  }

  @Test
  void shouldRefuseCallsThatBindTooManyDiagrams_SEC_DOS_2() {
    // given
    long diagram = deployCallTree(3, 6);
    // when
    String refusal = Instance.refusal(() -> engine.create(diagram));
    // then
    assertThat(refusal).isEqualTo("call-too-many");
    assertThat(engine.database.tables.instances).isEmpty();
  }

  @Test
  void shouldBindAsManyDiagramsAsThereMayBeSubflows_SEC_DOS_2() {
    // given
    long diagram = deployCallTree(2, 6);
    engine.settings.subflowLimit = 1 + 6 + 36;
    // when
    engine.create(diagram);
    // then
    assertThat(engine.database.tables.callTree).hasSize(43);
    // when
    engine.settings.subflowLimit = 42;
    String refusal = Instance.refusal(() -> engine.create(diagram));
    // then
    assertThat(refusal).isEqualTo("call-too-many");
  }

  /** Diagrams above one another, each calling the next one several times. */
  private long deployCallTree(int depth, int width) {
    long first = 0;
    for (int level = depth; level >= 0; level--) {
      var elements = new StringBuilder(nodes("startEvent:S task:T endEvent:E"));
      elements.append(flows("S>T T>E"));
      for (int i = 0; i < width && level < depth; i++) {
        elements.append(ActivityFlowTest.callActivity("C" + i, "tree " + (level + 1), ""));
      }
      String xml = Bpmn.process(elements.toString());
      first = engine.deploy("tree " + level, xml, false).diagram().id();
    }
    return first;
  }

  @Test
  void shouldStopASplitIntoTooManyBranches_SEC_DOS_3() {
    // given
    var elements = new StringBuilder(nodes("startEvent:S task:W parallelGateway:G"));
    elements.append(flows("S>W W>G"));
    for (int i = 0; i < 1_000; i++) {
      elements.append(nodes("task:T" + i)).append(flows("G>T" + i));
    }
    var process = engine.start(engine.deployProcess(elements.toString()));
    // when
    process.complete("W");
    // then
    assertThat(process.steps()).containsExactly("G error");
    assertThat(process.errorKeys()).containsExactly("too-many-subflows");
    assertThat(process.subflows()).hasSize(1);
  }

  @Test
  void shouldStopSplitsWithinSplits_SEC_DOS_3() {
    // given
    var elements = new StringBuilder(nodes("startEvent:S task:W parallelGateway:G"));
    elements.append(flows("S>W W>G"));
    for (int i = 0; i < 10; i++) {
      elements.append(nodes("parallelGateway:G" + i)).append(flows("G>G" + i));
      for (int j = 0; j < 10; j++) {
        String inner = i + "x" + j;
        elements.append(nodes("parallelGateway:H" + inner)).append(flows("G" + i + ">H" + inner));
        for (int k = 0; k < 10; k++) {
          String task = "T" + inner + "x" + k;
          elements.append(nodes("task:" + task)).append(flows("H" + inner + ">" + task));
        }
      }
    }
    var process = engine.start(engine.deployProcess(elements.toString()));
    // when
    process.complete("W");
    // then
    assertThat(process.status()).isEqualTo("error");
    assertThat(process.errorKeys()).isNotEmpty().containsOnly("too-many-subflows");
    assertThat(process.subflows()).hasSizeLessThanOrEqualTo(engine.settings.subflowLimit);
  }

  @Test
  void shouldStopTokensThatDoubleInALoop_SEC_DOS_3() {
    // given
    var process =
        engine.start(
            engine.deployProcess(
                nodes("startEvent:S task:W exclusiveGateway:M parallelGateway:G")
                    + nodes("serviceTask:A serviceTask:B")
                    + flows("S>W W>M M>G G>A G>B A>M B>M")));
    // when
    process.complete("W");
    // then
    assertThat(process.status()).isEqualTo("error");
    assertThat(process.errorKeys())
        .isNotEmpty()
        .isSubsetOf("too-many-subflows", "step-budget-exceeded");
    assertThat(process.subflows()).hasSizeLessThanOrEqualTo(engine.settings.subflowLimit);
  }

  @Test
  void shouldCreateNoRoundOfTooManyElements_SEC_DOS_4() {
    // given
    var process =
        engine.create(
            engine.deployProcess(
                nodes("startEvent:S endEvent:E")
                    + "<bpmn:userTask id=\"A\">"
                    + ActivityFlowTest.multiInstance("", "ITEMS", "PICKED", "")
                    + "</bpmn:userTask>"
                    + flows("S>A A>E")));
    int tooMany = engine.settings.iterationLimit + 1;
    process.set("ITEMS", VariableValue.text(String.join(":", Collections.nCopies(tooMany, "x"))));
    // when
    engine.engine().startInstance(process.id(), EngineFixture.TESTER);
    // then
    assertThat(process.steps()).containsExactly("A error");
    assertThat(process.errorKeys()).containsExactly("iteration-limit");
    assertThat(engine.database.tables.rounds).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"R/PT0S", "R/PT0.001S", "R/PT0.999S", "R/-PT1H"})
  void shouldRefuseRepeatsWithoutSpacing_SEC_DOS_5(String cycle) {
    // when
    var process =
        engine.start(
            engine.deployProcess(
                nodes("startEvent:S task:A task:B endEvent:E")
                    + Bpmn.boundary("T", "A", false, timer("timeCycle", cycle))
                    + flows("S>A A>E T>B")));
    // then
    assertThat(process.steps()).containsExactly("A error");
    assertThat(process.errorKeys()).containsExactly("timer_definition_error");
    assertThat(engine.database.tables.timers).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"999999999-01-01T00:00:00Z", "+999999999-12-31T23:59:59Z"})
  void shouldRefuseADateOutOfRange_SEC_DOS_5(String date) {
    var process = waitingFor("timeDate", date);
    assertThat(process.steps()).containsExactly("T error");
    assertThat(process.errorKeys()).containsExactly("timer_definition_error");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-PT1H", "P-1M", "P999999999D"})
  void shouldRefuseADurationOutOfRange_SEC_DOS_5(String duration) {
    var process = waitingFor("timeDuration", duration);
    assertThat(process.steps()).containsExactly("T error");
    assertThat(process.errorKeys()).containsExactly("timer_definition_error");
  }

  @Test
  void shouldStopRepeatsAtTheGreatestNumberOfCycles_SEC_DOS_5() {
    // given
    var process =
        engine.start(
            engine.deployProcess(
                nodes("startEvent:S task:A serviceTask:B endEvent:E endEvent:F")
                    + Bpmn.boundary("T", "A", false, timer("timeCycle", "R/PT1S"))
                    + flows("S>A A>E T>B B>F")));
    // when
    for (int i = 0; i < engine.settings.timerMaxCycles() + 10; i++) {
      engine.pass(Duration.ofSeconds(1));
    }
    // then
    assertThat(Collections.frequency(process.completed(), "B"))
        .isEqualTo(engine.settings.timerMaxCycles());
    assertThat(process.steps()).containsExactly("A running");
  }

  @Test
  void shouldFireManyDueTimersInBatches_SEC_DOS_6() {
    // given
    long diagram =
        engine.deployProcess(
            nodes("startEvent:S endEvent:E")
                + catchEvent("T", timer("timeDuration", "PT1H"))
                + flows("S>T T>E"));
    for (int i = 0; i < 120; i++) {
      engine.start(diagram);
    }
    engine.clock.advance(Duration.ofHours(1));
    // when
    var due = engine.assembly.dueTimers();
    // then
    assertThat(due.fireBatch()).isEqualTo(50);
    assertThat(due.fireBatch()).isEqualTo(50);
    assertThat(due.fireBatch()).isEqualTo(20);
    assertThat(due.fireBatch()).isZero();
    assertThat(engine.database.tables.subflows).isEmpty();
  }

  private Instance waitingFor(String kind, String text) {
    return engine.start(
        engine.deployProcess(
            nodes("startEvent:S endEvent:E")
                + catchEvent("T", timer(kind, text))
                + flows("S>T T>E")));
  }

  private static String link(String tag, String id) {
    return "<bpmn:%1$s id=\"%2$s\" name=\"hop\"><bpmn:linkEventDefinition/></bpmn:%1$s>"
        .formatted(tag, id);
  }
}
