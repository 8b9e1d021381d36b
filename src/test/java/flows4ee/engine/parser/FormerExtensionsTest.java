package flows4ee.engine.parser;

import static org.assertj.core.api.Assertions.assertThat;

import flows4ee.engine.model.Program;
import flows4ee.engine.model.Script;
import flows4ee.engine.model.ScriptTask;
import flows4ee.engine.model.UserTask;
import flows4ee.engine.model.UserTask.PageItem;
import flows4ee.engine.model.UserTask.TaskPage;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Diagrams written before release 22 or by other tools. */
class FormerExtensionsTest {

  private static final String OLD =
      """
      <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
          xmlns:apex="http://www.apex.mt-ag.com" %s>
        <bpmn:process id="P" apex:isCallable="true">
          <bpmn:userTask id="U">
            <apex:apex-application>100</apex:apex-application>
            <apex:apex-page>3</apex:apex-page>
            <apex:apex-request>GO</apex:apex-request>
            <apex:apex-cache>3</apex:apex-cache>
            <apex:apex-item>P3_A, P3_B,P3_C</apex:apex-item>
            <apex:apex-value>one,two</apex:apex-value>
            <bpmn:extensionElements><apex:priority><apex:expressionType>static</apex:expressionType>
              <apex:expression>2</apex:expression></apex:priority></bpmn:extensionElements>
          </bpmn:userTask>
          <bpmn:scriptTask id="S">
            <apex:engine>true</apex:engine><apex:plsqlCode>null;</apex:plsqlCode>
          </bpmn:scriptTask>
        </bpmn:process>
      </bpmn:definitions>
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "exporter='Camunda Modeler' exporterVersion='25.0'",
        "exporter='Flows for APEX' exporterVersion='21.2.0'",
        "exporter='Flows for APEX'",
        "exporter='Flows for APEX' exporterVersion='latest'"
      })
  void shouldRewriteWhatStandsDirectlyInTasks(String exporter) {
    // when
    var model = Bpmn.model(OLD.formatted(exporter));
    // then
    var user = (UserTask) model.element("U");
    assertThat(user.type()).contains("apexPage");
    assertThat(user.page())
        .contains(
            new TaskPage(
                Optional.of("100"),
                Optional.of("3"),
                Optional.of("GO"),
                Optional.of("3"),
                List.of(
                    new PageItem("P3_A", "one"),
                    new PageItem("P3_B", "two"),
                    new PageItem("P3_C", ""))));
    assertThat(user.assignment().priority()).isPresent();
    assertThat(((ScriptTask) model.element("S")).program())
        .isEqualTo(
            new Program(
                Optional.of("executePlsql"),
                Optional.of(new Script("null;", true)),
                Optional.empty()));
    assertThat(model.processes().get(0).isCallable()).isTrue();
  }

  @Test
  void shouldLeaveCurrentDiagramsAsTheyAre() {
    var model = Bpmn.model(OLD.formatted("exporter='Flows for APEX' exporterVersion='22.1.0'"));
    assertThat(((UserTask) model.element("U")).type()).isEmpty();
    assertThat(model.processes().get(0).isCallable()).isFalse();
  }

  @Test
  void shouldReadPlainBpmnOfOtherToolsAsItIs() {
    String xml =
        """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
            xmlns:camunda="http://camunda.org/schema/1.0/bpmn" exporter="Camunda Modeler">
          <process id="P"><userTask id="U" camunda:assignee="ann">
            <extensionElements><camunda:formData/></extensionElements></userTask></process>
        </definitions>
        """;
    assertThat(Bpmn.model(xml).elements()).containsOnlyKeys("U");
  }
}
