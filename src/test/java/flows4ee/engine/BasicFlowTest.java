package flows4ee.engine;

import static flows4ee.engine.Bpmn.flows;
import static flows4ee.engine.Bpmn.nodes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flows4ee.engine.model.VariableValue;
import flows4ee.engine.state.InstanceEvent;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BasicFlowTest {

  private final EngineFixture engine = new EngineFixture();

  @AfterEach
  void invariantsHold() {
    new Invariants(engine).check();
  }

  @Test
  void shouldRunASequenceOfTasksToItsEnd() {
    // given
    var process =
        engine.start(
            engine.deployProcess(
                nodes("startEvent:S task:A task:B endEvent:E") + flows("S>A A>B B>E")));
    assertThat(process.status()).isEqualTo("running");
    assertThat(process.steps()).containsExactly("A running");
    // when
    process.complete("A").complete("B");
    // then
    assertThat(process.status()).isEqualTo("completed");
    assertThat(process.subflows()).isEmpty();
    assertThat(process.completed()).containsExactly("S", "A", "B", "E");
  }

  @Test
  void shouldCompleteAtOnceWhenEveryStepIsAutomatic() {
    // when
    var process =
        engine.start(
            engine.deployProcess(
                nodes(
                        "startEvent:S parallelGateway:G serviceTask:A serviceTask:B"
                            + " parallelGateway:M endEvent:E")
                    + flows("S>G G>A G>B A>M B>M M>E")));
    // then
    assertThat(process.status()).isEqualTo("completed");
    assertThat(process.completed()).containsExactly("S", "G", "A", "B", "M", "E");
  }

  @Test
  void shouldLogFailuresInTheConfiguredLanguageAndAnswerInEnglish() {
    // given
    engine.settings.language = Locale.GERMAN;
    var process = engine.start(engine.deployProcess(nodes("startEvent:S task:A") + flows("S>A")));
    // when
    assertThatThrownBy(() -> process.complete("A"))
        .hasMessageMatching("Subflow \\d+ has no sequence flow to leave A by\\.");
    // then
    assertThat(engine.database.tables.instanceEvents)
        .filteredOn(event -> event.event().equals("error"))
        .extracting(InstanceEvent::comment)
        .first()
        .asString()
        .matches("Für den Teilablauf \\d+ führt kein Sequenzfluss aus A hinaus\\.");
  }

  @Test
  void shouldRefuseAnOldStepKey() {
    // given
    var process =
        engine.start(
            engine.deployProcess(
                nodes("startEvent:S task:A task:B endEvent:E") + flows("S>A A>B B>E")));
    var step = process.at("A");
    process.complete("A");
    // when
    String refusal =
        Instance.refusal(
            () ->
                engine
                    .engine()
                    .completeStep(
                        step.id(), step.stepKey(), StepCompletion.PLAIN, EngineFixture.TESTER));
    // then
    assertThat(refusal).isEqualTo("step-key-incorrect");
    assertThat(process.steps()).containsExactly("B running");
  }

  @Test
  void shouldPutTheInstanceInErrorWhenNoRouteHoldsAndGoOnAfterRestart() {
    // given
    var process =
        engine.start(
            engine.deployProcess(
                nodes("startEvent:S task:A exclusiveGateway:G task:B task:C endEvent:E")
                    + flows("S>A A>G G>B G>C B>E C>E")));
    // when
    process.complete("A");
    // then
    assertThat(process.status()).isEqualTo("error");
    assertThat(process.steps()).containsExactly("G error");
    assertThat(process.errorKeys()).containsExactly("gateway-no-route");
    // when
    process.set("G:route", VariableValue.text("G_C")).restart("G");
    // then
    assertThat(process.status()).isEqualTo("running");
    assertThat(process.steps()).containsExactly("C running");
  }

  @Test
  void shouldWaitForAllBranchesAtTheMerge() {
    // given
    var process =
        engine.start(
            engine.deployProcess(
                nodes(
                        "startEvent:S parallelGateway:G task:A task:B parallelGateway:M task:C"
                            + " endEvent:E")
                    + flows("S>G G>A G>B A>M B>M M>C C>E")));
    assertThat(process.steps()).containsExactly("A running", "B running");
    // when
    process.complete("B");
    // then
    assertThat(process.steps()).containsExactly("A running", "M waiting at gateway");
    // when
    process.complete("A");
    // then
    assertThat(process.steps()).containsExactly("C running");
    assertThat(process.subflows()).hasSize(1);
  }

  @Test
  void shouldRefuseTheStepOfAnEarlierStatus() {
    // given
    var process =
        engine.start(
            engine.deployProcess(nodes("startEvent:S task:A endEvent:E") + flows("S>A A>E")));
    engine.engine().suspendInstance(process.id(), Optional.empty(), EngineFixture.TESTER);
    // when
    String refusal = Instance.refusal(() -> process.complete("A"));
    // then
    assertThat(refusal).isEqualTo("suspended-cannot-complete-step");
    // when
    engine.engine().resumeInstance(process.id(), Optional.empty(), EngineFixture.TESTER);
    process.complete("A");
    // then
    assertThat(process.status()).isEqualTo("completed");
  }

  @Test
  void shouldLeaveOnlyTheBusinessReferenceAfterReset() {
    // given
    var process =
        engine.start(
            engine.deployProcess(nodes("startEvent:S task:A endEvent:E") + flows("S>A A>E")));
    process.set("business_ref", VariableValue.text("4711"));
    process.set("AMOUNT", VariableValue.number(12));
    // when
    engine.engine().resetInstance(process.id(), Optional.empty(), EngineFixture.TESTER);
    // then
    assertThat(process.status()).isEqualTo("created");
    assertThat(process.variable("AMOUNT")).isEmpty();
    assertThat(process.variable("BUSINESS_REF")).contains(VariableValue.text("4711"));
    assertThat(process.completed()).isEqualTo(List.of());
  }
}
