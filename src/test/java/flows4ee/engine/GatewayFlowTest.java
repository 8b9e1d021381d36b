package flows4ee.engine;

import static flows4ee.engine.ActivityFlowTest.assignment;
import static flows4ee.engine.Bpmn.boundary;
import static flows4ee.engine.Bpmn.catchEvent;
import static flows4ee.engine.Bpmn.extended;
import static flows4ee.engine.Bpmn.flows;
import static flows4ee.engine.Bpmn.nodes;
import static flows4ee.engine.Bpmn.timer;
import static org.assertj.core.api.Assertions.assertThat;

import flows4ee.engine.model.VariableValue;
import flows4ee.engine.state.CompletedStep;
import flows4ee.engine.state.StepEvent;
import flows4ee.engine.state.Subflow;
import flows4ee.engine.state.SubflowStatus;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How tokens split, wait and merge at gateways. */
class GatewayFlowTest {

  private final EngineFixture engine = new EngineFixture();

  @AfterEach
  void invariantsHold() {
    new Invariants(engine).check();
  }

  @Test
  void shouldWaitAtTheMergeForABranchWithoutAnyStep() {
    // given
    var process = start("parallelGateway:G parallelGateway:M", "S>G G>M G>A A>M M>C C>E");
    assertThat(process.steps()).containsExactly("A running", "M waiting at gateway");
    // when
    process.complete("A");
    // then
    assertThat(process.steps()).containsExactly("C running");
  }

  @Test
  void shouldWaitAtTheMergeForABranchThatComesFromAnExclusiveGateway() {
    // given
    var process =
        create(
            "parallelGateway:G parallelGateway:M exclusiveGateway:X",
            "S>G G>X G>A X>M X>B B>M A>M M>C C>E");
    // when
    start(process.set("X:route", VariableValue.text("X_M")));
    // then
    assertThat(process.steps()).containsExactly("A running", "M waiting at gateway");
    // when
    process.complete("A");
    // then
    assertThat(process.steps()).containsExactly("C running");
  }

  @Test
  void shouldMergeOnlyTheRoutesThatAnInclusiveGatewayHasStarted() {
    // given
    var process =
        create("inclusiveGateway:G inclusiveGateway:M", "S>G G>A G>B G>C A>M B>M C>M M>D D>E");
    start(process.set("G:route", VariableValue.text("G_A:G_C")));
    // when
    process.complete("A");
    // then
    assertThat(process.steps()).containsExactly("C running", "M waiting at gateway");
    // when
    process.complete("C");
    // then
    assertThat(process.steps()).containsExactly("D running");
    assertThat(process.subflows()).hasSize(1);
  }

  @Test
  void shouldWaitAtTheOuterMergeForAnInnerSplit() {
    // given
    var process =
        start(
            "parallelGateway:G parallelGateway:H parallelGateway:N parallelGateway:M",
            "S>G G>H G>C H>A H>B A>N B>N N>M C>M M>D D>E");
    // when
    process.complete("C").complete("A");
    // then
    assertThat(process.steps())
        .containsExactly("B running", "M waiting at gateway", "N waiting at gateway");
    // when
    process.complete("B");
    // then
    assertThat(process.steps()).containsExactly("D running");
  }

  @Test
  void shouldMergeAndSplitAgainInOneVisit() {
    // given
    var process =
        start(
            "parallelGateway:G parallelGateway:M parallelGateway:N",
            "S>G G>A G>B A>M B>M M>C M>D C>N D>N N>E");
    process.complete("A");
    // when
    process.complete("B");
    // then
    assertThat(process.steps()).containsExactly("C running", "D running");
    // when
    process.complete("C").complete("D");
    // then
    assertThat(process.status()).isEqualTo("completed");
    assertThat(process.completed()).containsExactly("S", "G", "A", "B", "M", "C", "D", "N", "E");
  }

  @Test
  void shouldNameTheOpeningGatewayWithItsMerge() {
    // given
    var process = start("parallelGateway:G parallelGateway:M", "S>G G>A G>B A>M B>M M>E");
    // when
    process.complete("A").complete("B");
    // then
    assertThat(completion("G").matchingObject()).isNull();
    assertThat(completion("M").matchingObject()).isEqualTo("G");
    assertThat(process.stepEvents())
        .filteredOn(event -> event.event().equals("step completed"))
        .filteredOn(event -> event.objectId().equals("M"))
        .extracting(StepEvent::statusWhenComplete)
        .containsExactly("proceed from gateway");
  }

  @Test
  void shouldGoOnAfterTheMergeWhenItIsRestarted() {
    // given
    var process =
        create("parallelGateway:G inclusiveGateway:M", "S>G G>A G>B A>M B>M M>C M>D C>E D>E");
    start(process);
    process.complete("A").complete("B");
    assertThat(process.steps()).containsExactly("M error");
    assertThat(process.errorKeys()).containsExactly("gateway-no-route");
    // when
    process.set("M:route", VariableValue.text("M_D")).restart("M");
    // then
    assertThat(process.steps()).containsExactly("D running");
    assertThat(completion("M").matchingObject()).isEqualTo("G");
  }

  @ParameterizedTest
  @ValueSource(strings = {"parallelGateway", "inclusiveGateway"})
  void shouldRefuseToMergeATokenThatIsNoBranch(String kind) {
    // when
    var process =
        create("exclusiveGateway:X " + kind + ":M", "S>X X>A X>M A>M M>C C>E")
            .set("X:route", VariableValue.text("X_M"));
    start(process);
    // then
    assertThat(process.steps()).containsExactly("M error");
    assertThat(process.errorKeys()).containsExactly("gateway-merge-error");
  }

  @Test
  void shouldRefuseToMergeThePathOfABoundaryEvent() {
    // given
    var process =
        engine.start(
            engine.deployProcess(
                nodes("startEvent:S task:A task:B parallelGateway:M endEvent:E")
                    + boundary("T", "A", false, timer("timeDuration", "PT5S"))
                    + flows("S>A A>B B>M T>M M>E")));
    // when
    engine.pass(Duration.ofSeconds(5));
    // then
    assertThat(process.steps()).containsExactly("A running", "M error");
    assertThat(process.errorKeys()).containsExactly("gateway-merge-error");
  }

  @Test
  void shouldHaveNoCurrentObjectWhileItsBranchesRun() {
    // when
    var process = start("parallelGateway:G", "S>G G>A G>B A>E B>E");
    // then
    var split = theSplit(process);
    assertThat(split.current()).isNull();
    assertThat(split.lastCompleted()).isEqualTo("G");
    assertThat(process.at("A").route()).isEqualTo("G_A");
    assertThat(process.at("A").startingObject()).isEqualTo("G");
    assertThat(process.at("A").parentId()).isEqualTo(split.id());
  }

  @Test
  void shouldStayAtAnEventBasedGatewayUntilAnEventComes() {
    // given
    var process =
        create(
            "",
            "S>G G>T G>U T>A U>B A>E B>E",
            extended("eventBasedGateway:G", "", assignment("beforeSplit", "SPLIT", "static", "x"))
                + catchEvent("T", timer("timeDuration", "PT5S"))
                + catchEvent("U", timer("timeDuration", "PT9S")));
    start(process);
    assertThat(theSplit(process).current()).isEqualTo("G");
    assertThat(process.steps()).containsExactly("T waiting for timer", "U waiting for timer");
    assertThat(process.at("T").isFollowingEventGateway()).isTrue();
    assertThat(process.completed()).containsExactly("S", "G");
    assertThat(process.variable("SPLIT")).contains(VariableValue.text("x"));
    // when
    engine.pass(Duration.ofSeconds(5));
    // then
    assertThat(process.steps()).containsExactly("A running");
    assertThat(process.completed()).containsExactly("S", "G", "T");
    assertThat(engine.database.tables.timers).isEmpty();
  }

  private Instance create(String gateways, String flows) {
    return create(gateways, flows, "");
  }

  private Instance create(String gateways, String flows, String more) {
    return engine.create(
        engine.deployProcess(
            nodes("startEvent:S task:A task:B task:C task:D endEvent:E " + gateways)
                + more
                + flows(flows)));
  }

  private Instance start(String gateways, String flows) {
    return start(create(gateways, flows));
  }

  private Instance start(Instance process) {
    engine.engine().startInstance(process.id(), EngineFixture.TESTER);
    return process;
  }

  private CompletedStep completion(String object) {
    return engine.database.tables.completedSteps.stream()
        .filter(step -> step.objectId().equals(object))
        .findFirst()
        .orElseThrow();
  }

  private static Subflow theSplit(Instance process) {
    return process.subflows().stream()
        .filter(step -> step.status() == SubflowStatus.SPLIT)
        .findFirst()
        .orElseThrow();
  }
}
