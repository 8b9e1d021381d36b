package flows4ee.engine;

import static flows4ee.engine.Bpmn.flows;
import static flows4ee.engine.Bpmn.nodes;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Who changed a step last, and when. */
class LastUpdateTest {

  private final EngineFixture engine = new EngineFixture();

  @Test
  void shouldTellWhoMovedAStepLast() {
    // given
    var process =
        engine.start(
            engine.deployProcess(
                nodes("startEvent:S parallelGateway:G task:A task:B task:C endEvent:E")
                    + flows("S>G G>A G>B A>C B>E C>E")));
    Instant begun = engine.clock.instant();
    engine.clock.advance(Duration.ofMinutes(1));
    var step = process.at("A");
    // when
    engine
        .engine()
        .completeStep(step.id(), step.stepKey(), StepCompletion.PLAIN, new Caller("ada"));
    // then
    assertThat(process.at("C").lastUpdate()).isEqualTo(begun.plus(Duration.ofMinutes(1)));
    assertThat(process.at("C").lastUpdateBy()).isEqualTo("ada");
    assertThat(process.at("B").lastUpdate()).isEqualTo(begun);
    assertThat(process.at("B").lastUpdateBy()).isEqualTo("tester");
  }
}
