package flows4ee.engine;

import static flows4ee.engine.ActivityFlowTest.callActivity;
import static flows4ee.engine.Bpmn.boundary;
import static flows4ee.engine.Bpmn.catchEvent;
import static flows4ee.engine.Bpmn.flows;
import static flows4ee.engine.Bpmn.nodes;
import static flows4ee.engine.Bpmn.timer;
import static org.assertj.core.api.Assertions.assertThat;

import flows4ee.engine.state.InstanceEvent;
import flows4ee.engine.state.Subflow;
import flows4ee.engine.state.TimerStatus;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Birth and end of subflows: levels, lanes, step keys, and what goes with an ended one. */
class SubflowsFlowTest {

  private static final String IN_5_SECONDS = timer("timeDuration", "PT5S");

  private final EngineFixture engine = new EngineFixture();

  @AfterEach
  void invariantsHold() {
    new Invariants(engine).check();
  }

  private static String subProcess(String id, String elements) {
    return "<bpmn:subProcess id=\"%s\">%s</bpmn:subProcess>".formatted(id, elements);
  }

  @Test
  void shouldRunASubProcessOnALevelOfItsOwn() {
    // when
    var process =
        engine.start(
            engine.deployProcess(
                nodes("startEvent:S endEvent:E")
                    + subProcess(
                        "P1", nodes("startEvent:S1 task:A1 endEvent:E1") + flows("S1>A1 A1>E1"))
                    + flows("S>P1 P1>E")));
    // then
    var caller = process.at("P1");
    assertThat(caller)
        .extracting(Subflow::processLevel, Subflow::callingSubflow, Subflow::route)
        .containsExactly(0L, 0L, "main");
    var inner = process.at("A1");
    assertThat(inner)
        .extracting(Subflow::processLevel, Subflow::diagramLevel, Subflow::scope)
        .containsExactly(inner.id(), 0L, 0L);
    assertThat(inner)
        .extracting(Subflow::callingSubflow, Subflow::route, Subflow::lastCompleted)
        .containsExactly(caller.id(), "sub main", "S1");
  }

  @Test
  void shouldRunACalledDiagramOnADiagramLevelOfItsOwn() {
    // given
    long called =
        engine
            .deploy(
                "called",
                Bpmn.process(nodes("startEvent:S2 task:A2 endEvent:E2") + flows("S2>A2 A2>E2")),
                false)
            .diagram()
            .id();
    // when
    var process =
        engine.start(
            engine.deployProcess(
                nodes("startEvent:S endEvent:E")
                    + callActivity("C", "called", "")
                    + flows("S>C C>E")));
    // then
    var inner = process.at("A2");
    assertThat(inner)
        .extracting(Subflow::processLevel, Subflow::diagramLevel, Subflow::scope)
        .containsOnly(inner.id());
    assertThat(inner)
        .extracting(Subflow::callingSubflow, Subflow::route, Subflow::diagramId)
        .containsExactly(process.at("C").id(), "call main", called);
  }

  @Test
  void shouldStayInTheLaneOfTheLastObjectThatHadOne() {
    // given
    var process =
        engine.start(
            engine.deployProcess(
                """
                <bpmn:laneSet id="LS">
                  <bpmn:lane id="L1" name="Sales" apex:isRole="true" apex:role="SALES">
                    <bpmn:flowNodeRef>S</bpmn:flowNodeRef><bpmn:flowNodeRef>A</bpmn:flowNodeRef>
                  </bpmn:lane>
                  <bpmn:lane id="L2" name="Stock"><bpmn:flowNodeRef>B</bpmn:flowNodeRef></bpmn:lane>
                </bpmn:laneSet>
                """
                    + nodes("startEvent:S task:A task:B endEvent:E")
                    + subProcess(
                        "P1", nodes("startEvent:S1 task:A1 endEvent:E1") + flows("S1>A1 A1>E1"))
                    + flows("S>A A>B B>P1 P1>E")));
    var sales = process.at("A").lane();
    assertThat(List.of(sales.id(), sales.name(), sales.isRole(), sales.role()))
        .containsExactly("L1", "Sales", true, "SALES");
    // when
    process.complete("A");
    // then
    var stock = process.at("B").lane();
    assertThat(stock.id()).isEqualTo("L2");
    assertThat(stock.role()).isNull();
    // when
    process.complete("B");
    // then
    assertThat(process.at("A1").lane()).isEqualTo(stock);
  }

  @Test
  void shouldGiveEveryStepAKeyOfTenLetters() {
    // given
    var process =
        engine.start(
            engine.deployProcess(
                nodes("startEvent:S task:A task:B endEvent:E") + flows("S>A A>B B>E")));
    String first = process.at("A").stepKey();
    // when
    process.complete("A");
    // then
    String second = process.at("B").stepKey();
    assertThat(List.of(first, second)).allMatch(key -> key.matches("[A-Za-z]{10}"));
    assertThat(second).isNotEqualTo(first);
    assertThat(process.at("B").lastCompleted()).isEqualTo("A");
  }

  @ParameterizedTest
  @CsvSource({"completed, 2", "terminated, 1"})
  void shouldLogTheEndOfTheInstanceAtItsLevel(String status, int level) {
    // given
    var process =
        engine.start(
            engine.deployProcess(
                nodes("startEvent:S task:A")
                    + "<bpmn:endEvent id=\"E\"><bpmn:terminateEventDefinition><apex:processStatus>"
                    + status
                    + "</apex:processStatus></bpmn:terminateEventDefinition></bpmn:endEvent>"
                    + flows("S>A A>E")));
    // when
    process.complete("A");
    // then
    assertThat(process.status()).isEqualTo(status);
    assertThat(process.row().completeTs()).isEqualTo(engine.clock.instant());
    assertThat(process.events())
        .filteredOn(event -> event.event().equals(status))
        .extracting(InstanceEvent::severity)
        .containsExactly(level);
  }

  @Test
  void shouldEndAllLevelsBelowAnInterruptedActivity() {
    // given
    String innermost =
        subProcess("P3", nodes("startEvent:S3 task:A3 endEvent:E3") + flows("S3>A3 A3>E3"));
    String inner =
        subProcess(
            "P2",
            nodes("startEvent:S2 parallelGateway:G2 task:A2 endEvent:E2")
                + innermost
                + flows("S2>G2 G2>P3 G2>A2 P3>E2 A2>E2"));
    var process =
        engine.start(
            engine.deployProcess(
                nodes("startEvent:S task:B endEvent:E")
                    + subProcess(
                        "P1", nodes("startEvent:S1 endEvent:E1") + inner + flows("S1>P2 P2>E1"))
                    + boundary("T", "P1", true, IN_5_SECONDS)
                    + flows("S>P1 P1>E T>B B>E")));
    assertThat(process.steps())
        .containsExactly(
            "A2 running", "A3 running", "P1 in subprocess", "P2 in subprocess", "P3 in subprocess");
    // when
    engine.pass(Duration.ofSeconds(5));
    // then
    assertThat(process.subflows()).extracting(Subflow::current).containsExactly("B");
  }

  @Test
  void shouldEndTheInnerSplitsAndLevelsOfADeletedSplit() {
    // given
    var process =
        engine.start(
            engine.deployProcess(
                nodes(
                        "startEvent:S parallelGateway:G parallelGateway:H task:A task:B"
                            + " parallelGateway:N parallelGateway:M task:C endEvent:E")
                    + subProcess(
                        "P1", nodes("startEvent:S1 task:A1 endEvent:E1") + flows("S1>A1 A1>E1"))
                    + flows("S>G G>H G>P1 H>A H>B A>N B>N N>M P1>M M>C C>E")));
    assertThat(process.steps())
        .containsExactly("A running", "A1 running", "B running", "P1 in subprocess");
    process.suspend();
    var split =
        process.subflows().stream()
            .filter(step -> step.current() == null && step.parentId() == null)
            .findFirst()
            .orElseThrow();
    // when
    process.delete(split).resume();
    // then
    assertThat(process.subflows()).isEmpty();
    assertThat(process.status()).isEqualTo("completed");
  }

  @Test
  void shouldStopTheTimerOfAStepThatIsSetBack() {
    // given
    var process =
        engine.start(
            engine.deployProcess(
                nodes("startEvent:S task:A task:B endEvent:E")
                    + catchEvent("T", IN_5_SECONDS)
                    + flows("S>A A>T T>B B>E")));
    process.complete("A").suspend();
    // when
    process.rewind(process.at("T"), RewindTarget.LAST_STEP).resume();
    engine.pass(Duration.ofSeconds(60));
    // then
    assertThat(process.steps()).containsExactly("A running");
    assertThat(engine.database.tables.timers.values())
        .extracting(row -> row.status())
        .containsExactly(TimerStatus.TERMINATED);
  }
}
