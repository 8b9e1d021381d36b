package flows4ee.engine;

import static flows4ee.engine.Bpmn.flows;
import static flows4ee.engine.Bpmn.nodes;
import static org.assertj.core.api.Assertions.assertThat;

import flows4ee.engine.model.VariableValue;
import flows4ee.engine.state.InstanceEvent;
import flows4ee.engine.state.QueriedFile;
import flows4ee.engine.state.QueryFailedException;
import flows4ee.engine.state.SqlQueries;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MailAttachmentsTest {

  private static final QueriedFile INVOICE =
      new QueriedFile("invoice.pdf", "application/pdf", new byte[] {37, 80, 68, 70});

  private EngineFixture engine = new EngineFixture(new Files());

  /** Has one invoice. */
  private static final class Files implements SqlQueries {

    @Override
    public List<Map<String, VariableValue>> query(String sql, Map<String, VariableValue> binds) {
      throw new QueryFailedException("only files");
    }

    @Override
    public List<QueriedFile> files(String sql, Map<String, VariableValue> binds) {
      boolean isInvoice = VariableValue.number(7).equals(binds.get("INVOICE"));
      return sql.startsWith("select name, type, content from invoices") && isInvoice
          ? List.of(INVOICE)
          : List.of();
    }
  }

  @AfterEach
  void invariantsHold() {
    new Invariants(engine).check();
  }

  @Test
  void shouldSendTheFilesOfTheQuery() {
    // given
    var process = created("select name, type, content from invoices where id = :F4A$INVOICE;");
    process.set("INVOICE", VariableValue.number(7));
    // when
    start(process);
    // then
    assertThat(process.status()).isEqualTo("completed");
    assertThat(engine.mails).hasSize(1);
    assertThat(engine.mails.get(0).attachments()).containsExactly(INVOICE);
  }

  @Test
  void shouldSendTheMailWithoutFilesWhenTheQueryFindsNone() {
    // given
    var process = created("select name, type, content from invoices where id = :F4A$INVOICE");
    process.set("INVOICE", VariableValue.number(8));
    // when
    start(process);
    // then
    assertThat(process.status()).isEqualTo("completed");
    assertThat(engine.mails.get(0).attachments()).isEmpty();
  }

  @Test
  void shouldPutTheStepInErrorAndSendNothingWithoutADataSource() {
    // given
    engine = new EngineFixture();
    var process = created("select name, type, content from invoices");
    // when
    start(process);
    // then
    assertThat(process.steps()).containsExactly("M error");
    assertThat(process.errorKeys()).containsExactly("email-failed");
    assertThat(reason(process))
        .isEqualTo(
            "The mail of task M could not be handed over: No data source for queries is configured.");
    assertThat(engine.mails).isEmpty();
  }

  @Test
  void shouldRefuseTheContentOfVariablesInTheQuery_SEC_EXP_2() {
    // given
    var process = created("select name, type, content from invoices where id = &amp;F4A$INVOICE.");
    process.set("INVOICE", VariableValue.text("7 or 1 = 1"));
    // when
    start(process);
    // then
    assertThat(process.errorKeys()).containsExactly("email-failed");
    assertThat(reason(process)).contains("Substitution in the text of a query is not allowed.");
    assertThat(engine.mails).isEmpty();
  }

  private Instance created(String query) {
    return engine.create(
        engine.deployProcess(
            nodes("startEvent:S endEvent:E")
                + """
                <bpmn:serviceTask id="M" apex:type="sendMail"><bpmn:extensionElements>
                  <apex:sendMail>
                    <apex:emailFrom>a@example.org</apex:emailFrom>
                    <apex:emailTo>b@example.org</apex:emailTo>
                    <apex:bodyText>Your invoice</apex:bodyText>
                    <apex:attachment>%s</apex:attachment>
                  </apex:sendMail>
                </bpmn:extensionElements></bpmn:serviceTask>
                """
                    .formatted(query)
                + flows("S>M M>E")));
  }

  private void start(Instance process) {
    engine.engine().startInstance(process.id(), EngineFixture.TESTER);
  }

  private String reason(Instance process) {
    return engine.database.tables.instanceEvents.stream()
        .filter(event -> event.processId() == process.id() && event.event().equals("error"))
        .map(InstanceEvent::comment)
        .findFirst()
        .orElseThrow();
  }
}
