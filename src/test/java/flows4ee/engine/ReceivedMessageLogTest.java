package flows4ee.engine;

import static flows4ee.engine.Bpmn.catchEvent;
import static flows4ee.engine.Bpmn.flows;
import static flows4ee.engine.Bpmn.message;
import static flows4ee.engine.Bpmn.nodes;
import static flows4ee.engine.Bpmn.setting;
import static org.assertj.core.api.Assertions.assertThat;

import flows4ee.engine.state.ReceivedMessage;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReceivedMessageLogTest {

  private final EngineFixture engine = new EngineFixture();

  @Test
  void shouldLogAMessageThatNobodyWaitsFor() {
    // when
    Instance.refusal(() -> engine.message("paid", "order", "1", "{}"));
    // then
    assertThat(log())
        .containsExactly(
            new ReceivedMessage(
                "paid",
                "order",
                "1",
                "{}",
                null,
                null,
                engine.clock.instant(),
                false,
                "msgflow-not-correlated"));
  }

  @Test
  void shouldLogAMessageThatAStepSends() {
    // given
    var receiver =
        engine.start(
            engine.deployProcess(
                nodes("startEvent:S endEvent:E")
                    + catchEvent("C", message("paid", "order", "1", "PAYLOAD"))
                    + flows("S>C C>E")));
    long subflow = receiver.at("C").id();
    // when
    engine.start(deploySender("S>T T>E"));
    // then
    assertThat(receiver.status()).isEqualTo("completed");
    assertThat(log())
        .containsExactly(
            new ReceivedMessage(
                "paid",
                "order",
                "1",
                "{}",
                receiver.id(),
                subflow,
                engine.clock.instant(),
                true,
                null));
  }

  @Test
  void shouldLogAMessageOfALaterStepThatNobodyWaitsFor() {
    // given
    var process = engine.start(deploySender("S>A A>T T>E"));
    // when
    process.complete("A");
    // then
    assertThat(process.steps()).containsExactly("T error");
    assertThat(log()).containsExactly(unclaimed());
    // when
    process.restart("T");
    // then
    assertThat(process.steps()).containsExactly("T error");
    assertThat(log()).containsExactly(unclaimed(), unclaimed());
  }

  @Test
  void shouldLogNoMessageOfAStepWhileTheLogIsOff() {
    // given
    engine.settings.isMessageLogged = false;
    var process = engine.start(deploySender("S>A A>T T>E"));
    // when
    process.complete("A");
    process.restart("T");
    // then
    assertThat(process.steps()).containsExactly("T error");
    assertThat(log()).isEmpty();
  }

  @Test
  void shouldSetNoVariableForAnEmptyPayloadOfAStart() {
    // given
    String start =
        "<bpmn:startEvent id=\"S\" apex:type=\"simpleMessage\"><bpmn:messageEventDefinition>"
            + "<bpmn:extensionElements>"
            + setting("messageName", "order")
            + "<apex:payloadVariable>PAYLOAD</apex:payloadVariable>"
            + "</bpmn:extensionElements></bpmn:messageEventDefinition></bpmn:startEvent>";
    engine.deploy(
        "start", Bpmn.process(start + nodes("task:A endEvent:E") + flows("S>A A>E")), true);
    // when
    engine.message("order", null, null, "");
    // then
    assertThat(engine.database.tables.instances).hasSize(1);
    assertThat(engine.database.tables.variables).isEmpty();
  }

  private long deploySender(String flows) {
    String elements =
        nodes("startEvent:S task:A endEvent:E")
            + "<bpmn:sendTask id=\"T\" apex:type=\"simpleMessage\"><bpmn:extensionElements>"
            + setting("endpoint", "local")
            + setting("messageName", "paid")
            + setting("correlationKey", "order")
            + setting("correlationValue", "1")
            + setting("payload", "{}")
            + "</bpmn:extensionElements></bpmn:sendTask>"
            + flows(flows);
    return engine.deploy("sender", Bpmn.process(elements), false).diagram().id();
  }

  private ReceivedMessage unclaimed() {
    return new ReceivedMessage(
        "paid",
        "order",
        "1",
        "{}",
        null,
        null,
        engine.clock.instant(),
        false,
        "msgflow-not-correlated");
  }

  private List<ReceivedMessage> log() {
    return engine.database.tables.receivedMessages;
  }
}
