package flows4ee.engine;

import static flows4ee.engine.Bpmn.flows;
import static flows4ee.engine.Bpmn.nodes;
import static flows4ee.engine.Bpmn.setting;
import static flows4ee.engine.Bpmn.timer;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Steps that are forced, marked, set back or deleted leave nothing behind that acts later. */
class RepairTest {

  private final EngineFixture engine = new EngineFixture();

  @AfterEach
  void invariantsHold() {
    new Invariants(engine).check();
  }

  private static String receive(String id, String message) {
    return "<bpmn:receiveTask id=\"%s\" apex:type=\"simpleMessage\">".formatted(id)
        + "<bpmn:extensionElements>"
        + setting("messageName", message)
        + setting("correlationKey", "order")
        + setting("correlationValue", "1")
        + "</bpmn:extensionElements></bpmn:receiveTask>";
  }

  private static String catchTimer(String id) {
    return "<bpmn:intermediateCatchEvent id=\"%s\">".formatted(id)
        + timer("timeDuration", "PT5S")
        + "</bpmn:intermediateCatchEvent>";
  }

  @Test
  void shouldStopTheTimerOfAStepThatIsMarkedAndThenSetBack() {
    // given
    var process =
        engine.start(
            engine.deployProcess(
                nodes("startEvent:S task:A endEvent:E") + catchTimer("T") + flows("S>A A>T T>E")));
    process.complete("A").suspend().delete(process.at("T"));
    // when
    process.rewind(process.at("T"), RewindTarget.LAST_STEP).resume();
    engine.pass(Duration.ofSeconds(5));
    // then
    assertThat(process.steps()).containsExactly("A running");
  }

  @Test
  void shouldForgetTheMessageAcceptedForABranchThatIsSetBack() {
    // given
    var process =
        engine.start(
            engine.deployProcess(
                nodes("startEvent:S parallelGateway:G task:B endEvent:E")
                    + receive("R", "paid")
                    + flows("S>G G>R G>B R>E B>E")));
    process.suspend();
    engine.message("paid", "order", "1", "{}");
    // when
    process.rewind(process.at("B"), RewindTarget.PRIOR_GATEWAY);
    // then
    assertThat(engine.database.tables.deliveries).isEmpty();
    // when
    process.resume();
    // then
    assertThat(process.steps()).containsExactly("B running", "R waiting for message");
  }

  @Test
  void shouldTakeAForcedEventForTheFirstOfItsGateway() {
    // given
    var process =
        engine.start(
            engine.deployProcess(
                nodes("startEvent:S eventBasedGateway:G task:B endEvent:E")
                    + receive("R", "paid")
                    + receive("Q", "paid")
                    + catchTimer("T")
                    + flows("S>G G>R G>Q G>T R>B Q>B T>E B>E")));
    assertThat(process.errorKeys()).containsExactly("msgflow-subscription-exists");
    // when
    process.force("Q");
    // then
    assertThat(process.steps()).containsExactly("B running");
  }

  @Test
  void shouldTakeAnInterruptedEventForTheFirstOfItsGateway() {
    // given
    var process =
        engine.start(
            engine.deployProcess(
                nodes("startEvent:S eventBasedGateway:G task:A task:B endEvent:E")
                    + receive("R", "paid")
                    + receive("Q", "cancelled")
                    + Bpmn.boundary("T", "R", true, timer("timeDuration", "PT5S"))
                    + flows("S>G G>R G>Q R>A Q>A T>B A>E B>E")));
    // when
    engine.pass(Duration.ofSeconds(5));
    // then
    assertThat(process.steps()).containsExactly("B running");
  }

  @Test
  void shouldPutARepeatingTimerInErrorWhenItsNextRunHasNoRoom() {
    // given
    engine.settings.subflowLimit = 2;
    var process =
        engine.start(
            engine.deployProcess(
                nodes("startEvent:S task:A task:B endEvent:E endEvent:F")
                    + Bpmn.boundary("T", "A", false, timer("timeCycle", "R3/PT5S"))
                    + flows("S>A A>E T>B B>F")));
    // when
    engine.pass(Duration.ofSeconds(5));
    // then
    assertThat(process.steps()).containsExactly("A running", "T error");
    assertThat(process.errorKeys()).containsExactly("too-many-subflows");
  }
}
