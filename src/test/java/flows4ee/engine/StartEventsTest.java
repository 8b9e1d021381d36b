package flows4ee.engine;

import static flows4ee.engine.Bpmn.flows;
import static flows4ee.engine.Bpmn.nodes;
import static flows4ee.engine.Bpmn.timer;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where an instance begins: at the only none or timer start event of its diagram. */
class StartEventsTest {

  private static final String TIMED = timer("timeDuration", "PT5S");

  private final EngineFixture engine = new EngineFixture();

  @AfterEach
  void invariantsHold() {
    new Invariants(engine).check();
  }

  private static String start(String definition) {
    return "<bpmn:startEvent id=\"X\">%s</bpmn:startEvent>".formatted(definition) + flows("X>A");
  }

  private long deploy(String starts) {
    return engine.deployProcess(nodes("task:A endEvent:E") + flows("A>E") + starts);
  }

  @ParameterizedTest
  @ValueSource(strings = {"message", "error", "signal", "conditional", "escalation"})
  void shouldPassOverStartEventsOfOtherKinds(String kind) {
    // when
    var process =
        engine.start(
            deploy(
                nodes("startEvent:S")
                    + flows("S>A")
                    + start("<bpmn:%sEventDefinition/>".formatted(kind))));
    // then
    assertThat(process.steps()).containsExactly("A running");
    assertThat(process.completed()).containsExactly("S");
  }

  @Test
  void shouldWaitAtATimerStartEvent() {
    // when
    var process = engine.start(deploy(start(TIMED)));
    // then
    assertThat(process.steps()).containsExactly("X waiting for timer");
    // when
    engine.pass(Duration.ofSeconds(5));
    // then
    assertThat(process.steps()).containsExactly("A running");
  }

  @Test
  void shouldRefuseTwoUsableStartEvents() {
    // given
    long diagram = deploy(nodes("startEvent:S") + flows("S>A") + start(TIMED));
    // when
    String refusal = Instance.refusal(() -> engine.create(diagram));
    // then
    assertThat(refusal).isEqualTo("start-multiple-start-events");
  }

  @Test
  void shouldRefuseADiagramWithoutAUsableStartEvent() {
    // given
    long diagram = deploy(start("<bpmn:signalEventDefinition/>"));
    // when
    String refusal = Instance.refusal(() -> engine.create(diagram));
    // then
    assertThat(refusal).isEqualTo("start-no-start-event");
  }
}
