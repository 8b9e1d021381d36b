package flows4ee.engine;

import static flows4ee.engine.Bpmn.flows;
import static flows4ee.engine.Bpmn.nodes;
import static org.assertj.core.api.Assertions.assertThat;

import flows4ee.engine.activity.Mail;
import flows4ee.engine.model.VariableValue;
import flows4ee.engine.state.InstanceEvent;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailFlowTest {

  private final EngineFixture engine = new EngineFixture();
  private long diagram;

  @BeforeEach
  void deploy() {
    diagram =
        engine.deployProcess(
            nodes("startEvent:S endEvent:E")
                + """
                <bpmn:serviceTask id="M" apex:type="sendMail"><bpmn:extensionElements>
                  <apex:sendMail>
                    <apex:emailFrom>a@example.org</apex:emailFrom>
                    <apex:emailTo>&amp;F4A$TO.</apex:emailTo>
                    <apex:subject>Hello &amp;F4A$NAME.</apex:subject>
                    <apex:bodyText>Dear &amp;F4A$NAME.</apex:bodyText>
                  </apex:sendMail>
                </bpmn:extensionElements></bpmn:serviceTask>
                """
                + flows("S>M M>E"));
  }

  @AfterEach
  void invariantsHold() {
    new Invariants(engine).check();
  }

  @Test
  void shouldSendAMailWithTheVariablesOfTheInstance() {
    // given
    var process = created();
    process.set("TO", VariableValue.text("b@example.org"));
    process.set("NAME", VariableValue.text("Ann"));
    // when
    start(process);
    // then
    assertThat(process.status()).isEqualTo("completed");
    assertThat(engine.mails)
        .containsExactly(
            new Mail(
                "a@example.org",
                "b@example.org",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "Hello Ann",
                "Dear Ann",
                Optional.empty(),
                List.of()));
  }

  @Test
  void shouldPutTheStepInErrorWithoutARecipientAndSendAfterRestart() {
    // given
    var process = created();
    process.set("NAME", VariableValue.text("Ann"));
    process.set("TO", VariableValue.text(""));
    start(process);
    assertThat(process.steps()).containsExactly("M error");
    assertThat(process.errorKeys()).containsExactly("email-no-to");
    // when
    process.set("TO", VariableValue.text("b@example.org")).restart("M");
    // then
    assertThat(process.status()).isEqualTo("completed");
    assertThat(engine.mails).extracting(Mail::to).containsExactly("b@example.org");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ann\r\nBcc: x@example.org",
        "Ann\nBcc: x@example.org",
        "Ann\rBcc: x@example.org",
        "Ann\n\nbody"
      })
  void shouldRefuseLineBreaksInHeaders_SEC_INJ_4(String text) {
    for (String variable : List.of("TO", "NAME")) {
      // given
      var process = created();
      process.set("TO", VariableValue.text("b@example.org"));
      process.set("NAME", VariableValue.text("Ann"));
      process.set(variable, VariableValue.text(text));
      // when
      start(process);
      // then
      assertThat(process.steps()).containsExactly("M error");
      assertThat(process.errorKeys()).containsExactly("email-failed");
    }
    assertThat(engine.mails).isEmpty();
  }

  @Test
  void shouldBoundTheRecipients_SEC_INJ_4() {
    // given
    var most = created();
    most.set("TO", VariableValue.text(String.join(",", Collections.nCopies(100, "b@example.org"))));
    var tooMany = created();
    tooMany.set(
        "TO", VariableValue.text(String.join(",", Collections.nCopies(101, "b@example.org"))));
    // when
    start(most);
    start(tooMany);
    // then
    assertThat(most.status()).isEqualTo("completed");
    assertThat(tooMany.errorKeys()).containsExactly("email-failed");
    assertThat(engine.mails).hasSize(1);
  }

  @Test
  void shouldPutTheStepInErrorWhenTheMailUsesATemplate() {
    // given
    String templated =
        Bpmn.process(
            nodes("startEvent:S endEvent:E")
                + """
                <bpmn:serviceTask id="M" apex:type="sendMail"><bpmn:extensionElements>
                  <apex:sendMail>
                    <apex:emailFrom>a@example.org</apex:emailFrom>
                    <apex:emailTo>b@example.org</apex:emailTo>
                    <apex:useTemplate>true</apex:useTemplate>
                    <apex:applicationId>100</apex:applicationId>
                    <apex:templateId>ORDER</apex:templateId>
                    <apex:placeholder>{"NAME": "Ann"}</apex:placeholder>
                  </apex:sendMail>
                </bpmn:extensionElements></bpmn:serviceTask>
                """
                + flows("S>M M>E"));
    // when
    var process = engine.start(engine.deploy("templated", templated, false).diagram().id());
    // then
    assertThat(process.steps()).containsExactly("M error");
    assertThat(process.errorKeys()).containsExactly("email-no-template");
    assertThat(engine.database.tables.instanceEvents)
        .filteredOn(event -> event.event().equals("error"))
        .extracting(InstanceEvent::comment)
        .containsExactly(
            "Mail task M uses a mail template; templates are not supported, write subject and text"
                + " into the task.");
    assertThat(engine.mails).isEmpty();
  }

  private Instance created() {
    return engine.create(diagram);
  }

  private void start(Instance process) {
    engine.engine().startInstance(process.id(), EngineFixture.TESTER);
  }
}
