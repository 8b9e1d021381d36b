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
    engine.start(
        engine
            .deploy(
                "sender",
                Bpmn.process(
                    nodes("startEvent:S endEvent:E")
                        + "<bpmn:sendTask id=\"T\" apex:type=\"simpleMessage\">"
                        + "<bpmn:extensionElements>"
                        + setting("endpoint", "local")
                        + setting("messageName", "paid")
                        + setting("correlationKey", "order")
                        + setting("correlationValue", "1")
                        + setting("payload", "{}")
                        + "</bpmn:extensionElements></bpmn:sendTask>"
                        + flows("S>T T>E")),
                false)
            .diagram()
            .id());
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

  private List<ReceivedMessage> log() {
    return engine.database.tables.receivedMessages;
  }
}
