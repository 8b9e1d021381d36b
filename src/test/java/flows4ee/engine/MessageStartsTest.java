package flows4ee.engine;

import static flows4ee.engine.Bpmn.flows;
import static flows4ee.engine.Bpmn.nodes;
import static flows4ee.engine.Bpmn.setting;
import static org.assertj.core.api.Assertions.assertThat;

import flows4ee.engine.model.VariableValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Instances that a message starts: what fails in them is theirs, never the sender's. */
class MessageStartsTest {

  private static final String FAILING =
      """
      <apex:onEvent><apex:processVariable>
        <apex:varSequence>1</apex:varSequence><apex:varName>N</apex:varName>
        <apex:varDataType>NUMBER</apex:varDataType>
        <apex:varExpressionType>static</apex:varExpressionType>
        <apex:varExpression>none</apex:varExpression>
      </apex:processVariable></apex:onEvent>
      """;
  private static final String BAD_PRIORITY = setting("priority", "9");

  private final EngineFixture engine = new EngineFixture();

  @AfterEach
  void invariantsHold() {
    new Invariants(engine).check();
    assertThat(engine.database.tables.deliveries).isEmpty();
  }

  @Test
  void shouldLetTheSenderGoOnWhenTheStartFails() {
    // given
    deploy("", FAILING, nodes("task:B"));
    var sender = sender();
    // when
    sender.complete("A");
    // then
    assertThat(sender.status()).isEqualTo("completed");
    var started = started();
    assertThat(started.steps()).containsExactly("S error");
    assertThat(started.status()).isEqualTo("error");
    assertThat(started.errorKeys()).containsExactly("var_exp_static_general");
  }

  @Test
  void shouldTakeAMessageFromOutsideWhenTheStartFails() {
    // given
    deploy("", FAILING, nodes("task:B"));
    // when
    engine.message("go", null, null, "{}");
    // then
    assertThat(started().steps()).containsExactly("S error");
    assertThat(started().variable("PAYLOAD")).contains(VariableValue.clob("{}"));
  }

  @Test
  void shouldFailTheStartEventWhenThePriorityOfTheProcessIsWrong() {
    // given
    deploy(BAD_PRIORITY, "", nodes("task:B"));
    var sender = sender();
    // when
    sender.complete("A");
    // then
    assertThat(sender.status()).isEqualTo("completed");
    assertThat(started().steps()).containsExactly("S error");
    assertThat(started().errorKeys()).containsExactly("apex-task-priority-error");
  }

  @Test
  void shouldFailTheSendingStepWhenNoInstanceCanBeCreated() {
    // given
    deploy("", "", "<bpmn:callActivity id=\"B\" apex:calledDiagram=\"missing\"/>");
    var sender = sender();
    // when
    sender.complete("A");
    // then
    assertThat(sender.steps()).containsExactly("T error");
    assertThat(sender.errorKeys()).containsExactly("version-no-rel-or-draft-v0");
    assertThat(engine.database.tables.instances).hasSize(1);
  }

  @Test
  void shouldCommitTheSenderBeforeAHandlerOfTheStartedInstanceRuns() {
    // given
    engine.handlers.put(
        "check",
        context -> {
          throw new IllegalStateException("no connection");
        });
    deploy("", "", "<bpmn:scriptTask id=\"B\" f4ee:handler=\"check\"/>");
    var sender = sender();
    // when
    sender.complete("A");
    // then
    assertThat(sender.status()).isEqualTo("completed");
    assertThat(started().steps()).containsExactly("B error");
  }

  private void deploy(String process, String start, String next) {
    String xml =
        Bpmn.process(
            "<bpmn:extensionElements>"
                + process
                + "</bpmn:extensionElements>"
                + "<bpmn:startEvent id=\"S\" apex:type=\"simpleMessage\"><bpmn:extensionElements>"
                + start
                + "</bpmn:extensionElements><bpmn:messageEventDefinition><bpmn:extensionElements>"
                + setting("messageName", "go")
                + "<apex:payloadVariable>PAYLOAD</apex:payloadVariable>"
                + "</bpmn:extensionElements></bpmn:messageEventDefinition></bpmn:startEvent>"
                + next
                + nodes("endEvent:E")
                + flows("S>B B>E"));
    engine.deploy("started", xml, true);
  }

  private Instance sender() {
    return engine.start(
        engine.deployProcess(
            nodes("startEvent:S task:A endEvent:E")
                + "<bpmn:sendTask id=\"T\" apex:type=\"simpleMessage\"><bpmn:extensionElements>"
                + setting("endpoint", "local")
                + setting("messageName", "go")
                + "</bpmn:extensionElements></bpmn:sendTask>"
                + flows("S>A A>T T>E")));
  }

  private Instance started() {
    return engine.database.tables.instances.values().stream()
        .filter(row -> row.name().startsWith("started"))
        .map(row -> new Instance(engine, row.id()))
        .findFirst()
        .orElseThrow();
  }
}
