package flows4ee.engine;

import static flows4ee.engine.Bpmn.catchEvent;
import static flows4ee.engine.Bpmn.flows;
import static flows4ee.engine.Bpmn.message;
import static flows4ee.engine.Bpmn.nodes;
import static flows4ee.engine.Bpmn.setting;
import static org.assertj.core.api.Assertions.assertThat;

import flows4ee.engine.error.EngineException;
import flows4ee.engine.error.EngineMessage;
import flows4ee.engine.model.VariableValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What does not fit its column fails the step that evaluates it, not the whole call. */
class StoredLengthsTest {

  private static final String LONG_TEXT = "&amp;F4A$TEXT.";

  private final EngineFixture engine = new EngineFixture();

  @AfterEach
  void invariantsHold() {
    new Invariants(engine).check();
  }

  @ParameterizedTest
  @CsvSource({
    "&amp;F4A$TEXT., order, 1",
    "paid, &amp;F4A$TEXT., 1",
    "paid, order, &amp;F4A$TEXT.",
  })
  void shouldPutAStepInErrorThatWaitsForTooLongAMessage(String name, String key, String value) {
    // given
    var process = beforeC(catchEvent("C", message(name, key, value, "PAYLOAD")), 201);
    // when
    process.complete("A");
    // then
    assertThat(process.steps()).containsExactly("C error");
    assertThat(process.errorKeys()).containsExactly("var-value-too-long");
    // when
    process.set("TEXT", VariableValue.text("x".repeat(200))).restart("C");
    // then
    assertThat(process.steps()).containsExactly("C waiting for message");
  }

  @Test
  void shouldPutAStepInErrorWhosePayloadVariableHasTooLongAName() {
    // given
    var process = beforeC(catchEvent("C", message("paid", "order", "1", "P".repeat(51))), 1);
    // when
    process.complete("A");
    // then
    assertThat(process.steps()).containsExactly("C error");
    assertThat(process.errorKeys()).containsExactly("var-value-too-long");
  }

  @Test
  void shouldPutATaskInErrorWhoseOnlyUserIsTooLongForAReservation() {
    // given
    var task =
        "<bpmn:userTask id=\"C\" apex:type=\"apexPage\"><bpmn:extensionElements>"
            + setting("potentialUsers", LONG_TEXT)
            + "</bpmn:extensionElements></bpmn:userTask>";
    var process = beforeC(task, 256);
    // when
    process.complete("A");
    // then
    assertThat(process.steps()).containsExactly("C error");
    // when
    process.set("TEXT", VariableValue.text("x".repeat(255))).restart("C");
    // then
    assertThat(process.at("C").reservation()).hasSize(255);
  }

  @Test
  void shouldRefuseAVariableWhoseNameGrowsInUpperCase() {
    // given
    var process = beforeC(nodes("task:C"), 1);
    String name = "\u00df".repeat(26);
    // when
    String refusal = Instance.refusal(() -> process.set(name, VariableValue.text("x")));
    // then
    assertThat(refusal).isEqualTo("var-value-too-long");
  }

  @Test
  void shouldRefuseToReleaseADiagramThatWaitsForTooLongAMessage() {
    // given
    String start =
        "<bpmn:startEvent id=\"S\" apex:type=\"simpleMessage\"><bpmn:messageEventDefinition>"
            + "<bpmn:extensionElements>"
            + setting("messageName", "m".repeat(201))
            + "</bpmn:extensionElements></bpmn:messageEventDefinition></bpmn:startEvent>";
    String xml = Bpmn.process(start + nodes("task:A endEvent:E") + flows("S>A A>E"));
    // when
    String refusal = Instance.refusal(() -> engine.deploy("start", xml, true));
    // then
    assertThat(refusal).isEqualTo("var-value-too-long");
  }

  @Test
  void shouldNotCutACharacterOfTwoHalvesInTheNameOfAnInstance() {
    // given
    String diagram = "x".repeat(49) + "\ud83d\ude00";
    String xml = Bpmn.process(nodes("startEvent:S task:A endEvent:E") + flows("S>A A>E"));
    // when
    var process = engine.start(engine.deploy(diagram, xml, false).diagram().id());
    // then
    assertThat(process.row().name()).startsWith("x".repeat(49) + " - ");
  }

  @Test
  void shouldPutAStepInErrorWhenItsHandlerMeetsARefusal() {
    // given
    engine.handlers.put(
        "check",
        context -> {
          throw new EngineException(EngineMessage.NUMBER_INVALID, "x");
        });
    var process = beforeC("<bpmn:scriptTask id=\"C\" f4ee:handler=\"check\"/>", 1);
    // when
    process.complete("A");
    // then
    assertThat(process.steps()).containsExactly("C error");
    assertThat(process.errorKeys()).containsExactly("handler-failed");
  }

  /** A task before the element, and a variable of some length. */
  private Instance beforeC(String element, int length) {
    return engine
        .start(
            engine.deployProcess(
                nodes("startEvent:S task:A endEvent:E") + element + flows("S>A A>C C>E")))
        .set("TEXT", VariableValue.text("x".repeat(length)));
  }
}
