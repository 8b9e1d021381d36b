package flows4ee.engine;

import static flows4ee.engine.Bpmn.boundary;
import static flows4ee.engine.Bpmn.catchEvent;
import static flows4ee.engine.Bpmn.flows;
import static flows4ee.engine.Bpmn.nodes;
import static flows4ee.engine.Bpmn.timer;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Paths from boundary events beside splits, and what waits at a boundary when its host goes. */
class BoundaryPathsTest {

  private static final Duration REMINDER = Duration.ofMinutes(10);

  private final EngineFixture engine = new EngineFixture();

  @AfterEach
  void invariantsHold() {
    new Invariants(engine).check();
  }

  @Test
  void shouldNotTakeAPathBesideForABranchOfALaterSplit() {
    // given
    var process = pathBesideASplit();
    // when
    process.complete("R");
    // then
    assertThat(process.steps()).containsExactly("M error", "X running", "Y running");
    assertThat(process.errorKeys()).containsExactly("gateway-merge-error");
  }

  @Test
  void shouldMergeTheBranchesWhileAPathBesideGoesOn() {
    // given
    var process = pathBesideASplit();
    // when
    process.complete("X").complete("Y");
    // then
    assertThat(process.steps()).containsExactly("C running", "R running");
  }

  @Test
  void shouldNotSetAPathBesideBackToALaterSplit() {
    // given
    var process = pathBesideASplit();
    process.suspend();
    // when
    var beside = process.at("R");
    String refusal = Instance.refusal(() -> process.rewind(beside, RewindTarget.PRIOR_GATEWAY));
    // then
    assertThat(refusal).isEqualTo("gateway-no-previous-gw");
  }

  @Test
  void shouldEndTheReminderOfAReceiveTaskWithItsEventGateway() {
    // given
    var process = race();
    // when
    engine.message("paid", "order", "1", "{}");
    engine.pass(REMINDER);
    // then
    assertThat(process.steps()).containsExactly("C running");
  }

  @Test
  void shouldEndTheReminderOfAReceiveTaskThatLosesTheRace() {
    // given
    var process = race();
    // when
    engine.pass(Duration.ofMinutes(5));
    engine.pass(REMINDER);
    // then
    assertThat(process.steps()).containsExactly("T running");
  }

  @Test
  void shouldEndTheReminderOfABranchWithItsSplit() {
    // given
    var process =
        engine.start(
            engine.deployProcess(
                nodes("startEvent:S parallelGateway:G task:A task:B task:N endEvent:E endEvent:F")
                    + boundary("R", "A", false, timer("timeDuration", "PT10M"))
                    + flows("S>G G>A G>B A>E B>E R>N N>F")));
    process.suspend();
    var split =
        process.subflows().stream()
            .filter(subflow -> subflow.status().literal().equals("split"))
            .findFirst()
            .orElseThrow();
    // when
    process.delete(split).resume();
    // then
    assertThat(process.status()).isEqualTo("completed");
  }

  /** A reminder has begun a path at {@code R} before its task went on to a split. */
  private Instance pathBesideASplit() {
    var process =
        engine.start(
            engine.deployProcess(
                nodes("startEvent:S task:A task:R parallelGateway:G task:X task:Y")
                    + nodes("parallelGateway:M task:C endEvent:E")
                    + boundary("B", "A", false, timer("timeDuration", "PT10M"))
                    + flows("S>A A>G G>X G>Y X>M Y>M B>R R>M M>C C>E")));
    engine.pass(REMINDER);
    return process.complete("A");
  }

  /** A receive task with a reminder against a timer of five minutes. */
  private Instance race() {
    return engine.start(
        engine.deployProcess(
            nodes("startEvent:S eventBasedGateway:G task:C task:N task:T endEvent:E")
                + "<bpmn:receiveTask id=\"Q\" apex:type=\"simpleMessage\"><bpmn:extensionElements>"
                + Bpmn.setting("messageName", "paid")
                + Bpmn.setting("correlationKey", "order")
                + Bpmn.setting("correlationValue", "1")
                + "</bpmn:extensionElements></bpmn:receiveTask>"
                + catchEvent("W", timer("timeDuration", "PT5M"))
                + boundary("R", "Q", false, timer("timeDuration", "PT10M"))
                + flows("S>G G>Q G>W Q>C W>T C>E T>E R>N N>E")));
  }
}
