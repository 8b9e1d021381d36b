package flows4ee.engine;

import static flows4ee.engine.Bpmn.flows;
import static flows4ee.engine.Bpmn.nodes;
import static org.assertj.core.api.Assertions.assertThat;

import flows4ee.engine.state.CompletedStep;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Events whose way on is no sequence flow, when they fail and are forced. */
class ForcedEventsTest {

  private static final String FAILING =
      """
      <bpmn:extensionElements><apex:onEvent><apex:processVariable>
        <apex:varSequence>1</apex:varSequence><apex:varName>N</apex:varName>
        <apex:varDataType>NUMBER</apex:varDataType>
        <apex:varExpressionType>static</apex:varExpressionType>
        <apex:varExpression>none</apex:varExpression>
      </apex:processVariable></apex:onEvent></bpmn:extensionElements>
      """;

  private final EngineFixture engine = new EngineFixture();

  @AfterEach
  void invariantsHold() {
    new Invariants(engine).check();
  }

  @Test
  void shouldEndTheTokenAtAForcedEndEvent() {
    // given
    var process =
        engine.start(
            engine.deployProcess(
                nodes("startEvent:S parallelGateway:G task:A")
                    + "<bpmn:endEvent id=\"E\">%s</bpmn:endEvent>".formatted(FAILING)
                    + nodes("endEvent:F")
                    + flows("S>G G>E G>A A>F")));
    assertThat(process.steps()).containsExactly("A running", "E error");
    // when
    process.force("E");
    // then
    assertThat(process.steps()).containsExactly("A running");
    assertThat(process.status()).isEqualTo("running");
    assertThat(engine.database.tables.completedSteps)
        .filteredOn(step -> step.objectId().equals("E"))
        .extracting(CompletedStep::notes)
        .containsExactly("forced");
    // when
    process.complete("A");
    // then
    assertThat(process.status()).isEqualTo("completed");
  }

  @Test
  void shouldGoOnBehindTheCatchEventOfAForcedLink() {
    // given
    var process = link("name=\"L\"", FAILING);
    assertThat(process.steps()).containsExactly("T error");
    // when
    process.force("T");
    // then
    assertThat(process.steps()).containsExactly("A running");
    assertThat(process.completed()).containsExactly("S", "T", "C");
  }

  @Test
  void shouldNotLinkEventsWithoutName() {
    // when
    var process = link("", "");
    // then
    assertThat(process.steps()).containsExactly("T error");
    assertThat(process.errorKeys()).containsExactly("link-no-catch");
  }

  private Instance link(String name, String extensions) {
    return engine.start(
        engine.deployProcess(
            nodes("startEvent:S task:A endEvent:E")
                + "<bpmn:intermediateThrowEvent id=\"T\" %s>%s<bpmn:linkEventDefinition/>"
                    .formatted(name, extensions)
                + "</bpmn:intermediateThrowEvent>"
                + "<bpmn:intermediateCatchEvent id=\"C\" %s><bpmn:linkEventDefinition/>"
                    .formatted(name)
                + "</bpmn:intermediateCatchEvent>"
                + flows("S>T C>A A>E")));
  }
}
