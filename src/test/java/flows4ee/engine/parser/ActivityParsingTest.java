package flows4ee.engine.parser;

import static org.assertj.core.api.Assertions.assertThat;

import flows4ee.engine.model.BusinessRuleTask;
import flows4ee.engine.model.CallActivity;
import flows4ee.engine.model.Condition;
import flows4ee.engine.model.ExpressionType;
import flows4ee.engine.model.FlowElement;
import flows4ee.engine.model.Iteration;
import flows4ee.engine.model.PlainTask;
import flows4ee.engine.model.Program;
import flows4ee.engine.model.ReceiveTask;
import flows4ee.engine.model.Script;
import flows4ee.engine.model.ScriptTask;
import flows4ee.engine.model.SendTask;
import flows4ee.engine.model.ServiceTask;
import flows4ee.engine.model.Setting;
import flows4ee.engine.model.SubProcess;
import flows4ee.engine.model.UserTask;
import flows4ee.engine.model.UserTask.PageItem;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Tasks, sub-processes, call activities and their iterations. */
class ActivityParsingTest {

  @Test
  void shouldReadTasksWithoutTypeAsPlain() {
    assertThat(read("<bpmn:task id='X' name='Pack'/>")).isInstanceOf(PlainTask.class);
    var manual = read("<bpmn:manualTask id='X'/>");
    assertThat(manual).isInstanceOf(PlainTask.class);
    assertThat(manual.node().tag()).isEqualTo("bpmn:manualTask");
    assertThat(manual.node().containerId()).isEqualTo("P");
    assertThat(manual.incoming()).extracting(flow -> flow.id()).containsExactly("F1");
    assertThat(manual.outgoing()).extracting(flow -> flow.id()).containsExactly("F2");
  }

  @Test
  void shouldReadAPageTaskWithItsItemsAndSettings() {
    var task =
        (UserTask)
            read(
                """
                <bpmn:userTask id="X" name="Check" apex:type="apexPage">
                  <bpmn:extensionElements>
                    <apex:apexPage>
                      <apex:applicationId>100</apex:applicationId>
                      <apex:pageId>3</apex:pageId>
                      <apex:request>GO</apex:request>
                      <apex:cache/>
                      <apex:pageItems>
                        <apex:pageItem/>
                        <apex:pageItem>
                          <apex:itemName>P3_ID</apex:itemName>
                          <apex:itemValue>&amp;F4A$PROCESS_ID.</apex:itemValue>
                        </apex:pageItem>
                      </apex:pageItems>
                    </apex:apexPage>
                    <apex:priority>
                      <apex:expressionType>static</apex:expressionType>
                      <apex:expression>2</apex:expression>
                    </apex:priority>
                    <apex:dueOn>
                      <apex:expressionType>static</apex:expressionType>
                      <apex:expression>2026-01-31</apex:expression>
                      <apex:formatMask>YYYY-MM-DD</apex:formatMask>
                    </apex:dueOn>
                    <apex:potentialUsers>
                      <apex:expressionType>processVariable</apex:expressionType>
                      <apex:expression>CHECKERS</apex:expression>
                    </apex:potentialUsers>
                    <apex:excludedUsers/>
                  </bpmn:extensionElements>
                </bpmn:userTask>""");
    assertThat(task.type()).contains("apexPage");
    assertThat(task.page())
        .contains(
            new UserTask.TaskPage(
                Optional.of("100"),
                Optional.of("3"),
                Optional.of("GO"),
                Optional.empty(),
                List.of(new PageItem("P3_ID", "&F4A$PROCESS_ID."))));
    assertThat(task.assignment())
        .isEqualTo(
            new UserTask.Assignment(
                Optional.of(Setting.of(ExpressionType.STATIC, "2")),
                Optional.of(
                    new Setting(ExpressionType.STATIC, "2026-01-31", Optional.of("YYYY-MM-DD"))),
                Optional.of(Setting.of(ExpressionType.PROCESS_VARIABLE, "CHECKERS")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
  }

  @Test
  void shouldReadASimpleFormWithItsTemplateAsOneMoreItem() {
    var task =
        (UserTask)
            read(
                """
                <bpmn:userTask id="X"><bpmn:extensionElements><apex:apexSimpleForm>
                  <apex:pageId>7</apex:pageId>
                  <apex:formTemplateItem>P7_TEMPLATE</apex:formTemplateItem>
                  <apex:formTemplateId>order</apex:formTemplateId>
                </apex:apexSimpleForm></bpmn:extensionElements></bpmn:userTask>""");
    assertThat(task.type()).contains("apexSimpleForm");
    assertThat(task.page().orElseThrow().items())
        .containsExactly(new PageItem("P7_TEMPLATE", "order"));
  }

  @Test
  void shouldReadAnApproval() {
    var task =
        (UserTask)
            read(
                """
                <bpmn:userTask id="X" apex:type="apexApproval"><bpmn:extensionElements>
                  <apex:apexApproval>
                    <apex:applicationId>100</apex:applicationId>
                    <apex:taskStaticId>CHECK</apex:taskStaticId>
                    <apex:subject>Check &amp;F4A$BUSINESS_REF.</apex:subject>
                    <apex:businessRef>&amp;F4A$BUSINESS_REF.</apex:businessRef>
                    <apex:initiator>ANN</apex:initiator>
                    <apex:parameters><apex:parameter>
                      <apex:parStaticId>MY_TEXT</apex:parStaticId>
                      <apex:parDataType>String</apex:parDataType>
                      <apex:parValue>hello</apex:parValue>
                    </apex:parameter></apex:parameters>
                    <apex:resultVariable> CHECK_RESULT </apex:resultVariable>
                  </apex:apexApproval></bpmn:extensionElements></bpmn:userTask>""");
    assertThat(task.approval())
        .contains(
            new UserTask.Approval(
                Optional.of("100"),
                Optional.of("CHECK"),
                Optional.of("Check &F4A$BUSINESS_REF."),
                Optional.of("&F4A$BUSINESS_REF."),
                Optional.of("ANN"),
                Optional.of("CHECK_RESULT"),
                List.of(new PageItem("MY_TEXT", "hello"))));
  }

  @Test
  void shouldLetTheTypeAttributeWinOverTheContainer() {
    var task =
        (UserTask)
            read(
                """
                <bpmn:userTask id="X" apex:type="externalUrl"><bpmn:extensionElements>
                  <apex:apexPage/><apex:externalUrl><apex:url>https://example.org</apex:url>
                  </apex:externalUrl></bpmn:extensionElements></bpmn:userTask>""");
    assertThat(task.type()).contains("externalUrl");
    assertThat(task.externalUrl()).contains("https://example.org");
    assertThat(((UserTask) read("<bpmn:userTask id='X'/>")).type()).isEmpty();
  }

  @Test
  void shouldReadBareTextOfASettingAsRawExpression() {
    var task =
        (UserTask)
            read(
                """
                <bpmn:userTask id="X"><bpmn:extensionElements>
                  <apex:priority>:F4A$PRIO</apex:priority>
                </bpmn:extensionElements></bpmn:userTask>""");
    assertThat(task.assignment().priority())
        .contains(Setting.of(ExpressionType.PLSQL_RAW_EXPRESSION, ":F4A$PRIO"));
  }

  @Test
  void shouldReadScriptsAsWritten() {
    var task =
        (ScriptTask)
            read(
                """
                <bpmn:scriptTask id="X" apex:type="executePlsql"><bpmn:extensionElements>
                  <apex:executePlsql><apex:engine>true</apex:engine>
                  <apex:plsqlCode><![CDATA[begin
                  if 1 < 2 then null; end if;
                end;]]></apex:plsqlCode></apex:executePlsql>
                </bpmn:extensionElements></bpmn:scriptTask>""");
    assertThat(task.program())
        .isEqualTo(
            new Program(
                Optional.of("executePlsql"),
                Optional.of(new Script("begin\n  if 1 < 2 then null; end if;\nend;", true)),
                Optional.empty()));
  }

  @Test
  void shouldReadHandlersByNamespaceAndTypesByContainer() {
    var handled = (BusinessRuleTask) read("<bpmn:businessRuleTask id='X' f4ee:handler='rules'/>");
    assertThat(handled.program().handler()).contains("rules");
    var unhandled =
        (BusinessRuleTask) read("<bpmn:businessRuleTask id='X' apex:handler='rules' handler='r'/>");
    assertThat(unhandled.program().handler()).isEmpty();
    var implied =
        (ServiceTask)
            read(
                """
                <bpmn:serviceTask id="X"><bpmn:extensionElements><apex:executePlsql>
                <apex:plsqlCode>null;</apex:plsqlCode></apex:executePlsql>
                </bpmn:extensionElements></bpmn:serviceTask>""");
    assertThat(implied.program())
        .isEqualTo(
            new Program(
                Optional.of("executePlsql"),
                Optional.of(new Script("null;", false)),
                Optional.empty()));
  }

  @Test
  void shouldReadAMail() {
    var task =
        (ServiceTask)
            read(
                """
                <bpmn:serviceTask id="X" apex:type="sendMail"><bpmn:extensionElements><apex:sendMail>
                  <apex:emailFrom>a@example.org</apex:emailFrom>
                  <apex:emailTo>b@example.org</apex:emailTo>
                  <apex:emailCC>c@example.org</apex:emailCC>
                  <apex:subject>Hello</apex:subject>
                  <apex:bodyText>one
                two</apex:bodyText>
                  <apex:immediately>true</apex:immediately>
                </apex:sendMail></bpmn:extensionElements></bpmn:serviceTask>""");
    var mail = task.mail().orElseThrow();
    assertThat(mail.from()).contains("a@example.org");
    assertThat(mail.to()).contains("b@example.org");
    assertThat(mail.cc()).contains("c@example.org");
    assertThat(mail.bcc()).isEmpty();
    assertThat(mail.useTemplate()).isFalse();
    assertThat(mail.bodyText()).contains("one\ntwo");
    assertThat(mail.isImmediate()).isTrue();
    assertThat(task.aiGeneration()).isEmpty();
  }

  @Test
  void shouldReadATextGeneration() {
    var task =
        (ServiceTask)
            read(
                """
                <bpmn:serviceTask id="X" apex:type="apexAIGeneration"><bpmn:extensionElements>
                  <apex:aiPrompt><apex:expressionType>static</apex:expressionType>
                    <apex:expression>Tell</apex:expression></apex:aiPrompt>
                  <apex:resultVariable>ANSWER</apex:resultVariable>
                </bpmn:extensionElements></bpmn:serviceTask>""");
    assertThat(task.aiGeneration())
        .contains(
            new ServiceTask.AiGeneration(
                Optional.empty(),
                Optional.of(Setting.of(ExpressionType.STATIC, "Tell")),
                Optional.empty(),
                Optional.of("ANSWER")));
  }

  @Test
  void shouldReadSendAndReceiveTasks() {
    var sending =
        (SendTask)
            read(
                """
                <bpmn:sendTask id="X" apex:type="simpleMessage"><bpmn:extensionElements>
                  <apex:endpoint><apex:expressionType>static</apex:expressionType>
                    <apex:expression>local</apex:expression></apex:endpoint>
                  <apex:messageName><apex:expressionType>static</apex:expressionType>
                    <apex:expression>paid</apex:expression></apex:messageName>
                </bpmn:extensionElements></bpmn:sendTask>""");
    var message = sending.message().orElseThrow();
    assertThat(message.isSimpleMessage()).isTrue();
    assertThat(message.endpoint()).contains(Setting.of(ExpressionType.STATIC, "local"));
    assertThat(message.messageName()).contains(Setting.of(ExpressionType.STATIC, "paid"));
    assertThat(message.payload()).isEmpty();
    var receiving =
        (ReceiveTask)
            read(
                """
                <bpmn:receiveTask id="X" apex:type="executePlsql"><bpmn:extensionElements>
                  <apex:executePlsql><apex:plsqlCode>null;</apex:plsqlCode></apex:executePlsql>
                </bpmn:extensionElements></bpmn:receiveTask>""");
    assertThat(receiving.message()).isEmpty();
    assertThat(receiving.program().script()).contains(new Script("null;", false));
  }

  @Test
  void shouldReadCallActivities() {
    var latest =
        (CallActivity)
            read(
                """
                <bpmn:callActivity id="X" apex:calledDiagram="Ship goods"
                  apex:calledDiagramVersionSelection="latestVersion" apex:calledDiagramVersion="9"/>""");
    assertThat(latest.calledDiagram()).contains("Ship goods");
    assertThat(latest.calledVersion()).isEmpty();
    var named =
        (CallActivity)
            read(
                """
                <bpmn:callActivity id="X" apex:calledDiagram="Ship goods"
                  apex:calledDiagramVersionSelection="namedVersion" apex:calledDiagramVersion="22.2"/>""");
    assertThat(named.calledVersion()).contains("22.2");
  }

  @Test
  void shouldReadElementsOfASubProcessIntoIt() {
    var model =
        Bpmn.model(
            Bpmn.around(
                """
                <bpmn:subProcess id="X"><bpmn:startEvent id="XS"/>
                  <bpmn:subProcess id="XX"><bpmn:startEvent id="XXS"/></bpmn:subProcess>
                </bpmn:subProcess>"""));
    assertThat(model.element("X")).isInstanceOf(SubProcess.class);
    assertThat(model.elementsIn("X")).extracting(FlowElement::id).containsExactly("XS", "XX");
    assertThat(model.elementsIn("XX")).extracting(FlowElement::id).containsExactly("XXS");
    assertThat(model.processOf(model.element("XXS")).id()).isEqualTo("P");
    assertThat(model.elements().keySet()).containsExactly("S", "X", "XS", "XX", "XXS", "E");
  }

  @Test
  void shouldReadIterations() {
    var sequential =
        iteration(
            """
            <bpmn:multiInstanceLoopCharacteristics isSequential="true"><bpmn:extensionElements>
              <apex:description>Item &amp;LOOP_COUNTER.</apex:description>
              <apex:inputCollection>
                <apex:expressionType>processVariableList</apex:expressionType>
                <apex:expression>SKUS</apex:expression><apex:insideVariable>SKU</apex:insideVariable>
              </apex:inputCollection>
              <apex:outputCollection>
                <apex:expressionType>processVariableArray</apex:expressionType>
                <apex:expression>PICKED</apex:expression>
                <apex:insideVariable>SKU:QTY</apex:insideVariable>
              </apex:outputCollection>
              <apex:completionCondition>
                <apex:expressionType>plsqlExpression</apex:expressionType>
                <apex:expression>:F4A$COMPLETED_INSTANCES >= 10</apex:expression>
              </apex:completionCondition>
            </bpmn:extensionElements></bpmn:multiInstanceLoopCharacteristics>""");
    assertThat(sequential)
        .contains(
            new Iteration(
                Iteration.Kind.SEQUENTIAL,
                Optional.of(
                    new Iteration.InputCollection(
                        ExpressionType.PROCESS_VARIABLE_LIST, "SKUS", Optional.of("SKU"))),
                Optional.of(new Iteration.OutputCollection("PICKED", Optional.of("SKU:QTY"))),
                Optional.of(new Condition("plsqlExpression", ":F4A$COMPLETED_INSTANCES >= 10")),
                Optional.of("Item &LOOP_COUNTER.")));
    assertThat(iteration("<bpmn:multiInstanceLoopCharacteristics/>").orElseThrow().kind())
        .isEqualTo(Iteration.Kind.PARALLEL);
    assertThat(iteration("<bpmn:standardLoopCharacteristics/>").orElseThrow().kind())
        .isEqualTo(Iteration.Kind.LOOP);
    assertThat(iteration("")).isEmpty();
  }

  private static Optional<Iteration> iteration(String characteristics) {
    return ((PlainTask) read("<bpmn:task id='X'>" + characteristics + "</bpmn:task>")).iteration();
  }

  private static FlowElement read(String element) {
    return Bpmn.model(Bpmn.around(element)).element("X");
  }
}
