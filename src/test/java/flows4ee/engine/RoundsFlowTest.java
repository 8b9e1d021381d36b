package flows4ee.engine;

import static flows4ee.engine.ActivityFlowTest.multiInstance;
import static flows4ee.engine.Bpmn.boundary;
import static flows4ee.engine.Bpmn.flows;
import static flows4ee.engine.Bpmn.nodes;
import static flows4ee.engine.Bpmn.setting;
import static flows4ee.engine.Bpmn.timer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import flows4ee.engine.model.VariableValue;
import flows4ee.engine.state.IterationRound;
import flows4ee.engine.state.Subflow;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What goes with a round that is completed, deleted or interrupted, and what stays. */
class RoundsFlowTest {

  private final EngineFixture engine = new EngineFixture();

  @AfterEach
  void invariantsHold() {
    new Invariants(engine).check();
  }

  private static List<Subflow> rounds(Instance process, String object) {
    return process.subflows().stream().filter(step -> step.isRoundOf(object)).toList();
  }

  private static String subProcess(String id, String elements) {
    return "<bpmn:subProcess id=\"%s\">%s</bpmn:subProcess>".formatted(id, elements);
  }

  @Test
  void shouldEndTheRoundsOfAnInterruptedActivityOnly() {
    // given
    String sets = multiInstance("", "ITEMS", "PICKED", "");
    var process =
        engine.create(
            engine.deployProcess(
                nodes("startEvent:S parallelGateway:G task:B endEvent:E")
                    + subProcess(
                        "P1",
                        sets + nodes("startEvent:S1 task:A1 endEvent:E1") + flows("S1>A1 A1>E1"))
                    + "<bpmn:userTask id=\"A\">"
                    + sets
                    + "</bpmn:userTask>"
                    + boundary("T", "P1", true, timer("timeDuration", "PT5S"))
                    + flows("S>G G>P1 G>A P1>E A>E T>B B>E")));
    process.set("ITEMS", VariableValue.text("x:y"));
    engine.engine().startInstance(process.id(), EngineFixture.TESTER);
    assertThat(rounds(process, "P1")).hasSize(2);
    // when
    engine.pass(Duration.ofSeconds(5));
    // then
    assertThat(process.steps())
        .containsExactly("A iterating", "A running", "A running", "B running");
    assertThat(engine.database.tables.rounds.values())
        .extracting(IterationRound::objectId)
        .containsExactly("A", "A");
    // when
    for (var round : rounds(process, "A")) {
      engine
          .engine()
          .completeStep(round.id(), round.stepKey(), StepCompletion.PLAIN, EngineFixture.TESTER);
    }
    // then
    assertThat(process.steps()).containsExactly("B running");
  }

  @Test
  void shouldDropTheReservationOfACompletedRound() {
    // given
    var process =
        engine.create(
            engine.deployProcess(
                nodes("startEvent:S endEvent:E")
                    + "<bpmn:userTask id=\"A\">"
                    + multiInstance("", "ITEMS", "PICKED", "")
                    + "</bpmn:userTask>"
                    + flows("S>A A>E")));
    process.set("ITEMS", VariableValue.text("x:y"));
    engine.engine().startInstance(process.id(), EngineFixture.TESTER);
    var round = rounds(process, "A").get(0);
    engine.engine().reserveStep(round.id(), round.stepKey(), "ann", false, EngineFixture.TESTER);
    assertThat(rounds(process, "A")).extracting(Subflow::reservation).containsExactly("ann", null);
    // when
    engine
        .engine()
        .completeStep(round.id(), round.stepKey(), StepCompletion.PLAIN, EngineFixture.TESTER);
    // then
    assertThat(rounds(process, "A"))
        .extracting(step -> step.status().literal(), Subflow::reservation)
        .containsExactly(tuple("waiting iterations", null), tuple("running", null));
  }

  @Test
  void shouldCloseTheSubscriptionOfADeletedRound() {
    // given
    String correlated =
        setting("messageName", "paid")
            + setting("correlationKey", "item")
            + "<apex:correlationValue><apex:expressionType>processVariable</apex:expressionType>"
            + "<apex:expression>ITEM</apex:expression></apex:correlationValue>";
    var process =
        engine.create(
            engine.deployProcess(
                nodes("startEvent:S task:B endEvent:E")
                    + "<bpmn:receiveTask id=\"A\" apex:type=\"simpleMessage\">"
                    + "<bpmn:extensionElements>"
                    + correlated
                    + "</bpmn:extensionElements>"
                    + multiInstance("", "ITEMS", "PICKED", "")
                    + "</bpmn:receiveTask>"
                    + flows("S>A A>B B>E")));
    process.set("ITEMS", VariableValue.text("x:y"));
    engine.engine().startInstance(process.id(), EngineFixture.TESTER);
    process.suspend();
    // when
    process.delete(rounds(process, "A").get(0)).resume();
    // then
    assertThat(process.steps())
        .containsExactly("A iterating", "A waiting for message", "A waiting iterations");
    assertThat(Instance.refusal(() -> engine.message("paid", "item", "x", null)))
        .isEqualTo("msgflow-not-correlated");
    // when
    engine.message("paid", "item", "y", null);
    // then
    assertThat(process.steps()).containsExactly("B running");
  }
}
