package flows4ee.engine;

import static org.assertj.core.api.Assertions.assertThat;

import flows4ee.engine.model.UserTask.PageItem;
import flows4ee.engine.model.UserTask.TaskPage;
import flows4ee.engine.model.VariableType;
import flows4ee.engine.model.VariableValue;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class TaskPagesTest {

  private static final String TASKS =
      """
      <bpmn:startEvent id="S"/>
      <bpmn:userTask id="PAGE">
        <bpmn:extensionElements>
          <apex:apexPage>
            <apex:applicationId>&amp;F4A$APP.</apex:applicationId>
            <apex:pageId>12</apex:pageId>
            <apex:request>&amp;F4A$REQUEST.</apex:request>
            <apex:cache>12</apex:cache>
            <apex:pageItems>
              <apex:pageItem>
                <apex:itemName>P12_STEP</apex:itemName>
                <apex:itemValue>&amp;F4A$SUBFLOW_ID. &amp;F4A$STEP_KEY. &amp;F4A$PROCESS_PRIORITY.</apex:itemValue>
              </apex:pageItem>
            </apex:pageItems>
          </apex:apexPage>
        </bpmn:extensionElements>
      </bpmn:userTask>
      <bpmn:userTask id="PLAIN"/>
      <bpmn:endEvent id="E"/>
      <bpmn:sequenceFlow id="F1" sourceRef="S" targetRef="PAGE"/>
      <bpmn:sequenceFlow id="F2" sourceRef="PAGE" targetRef="PLAIN"/>
      <bpmn:sequenceFlow id="F3" sourceRef="PLAIN" targetRef="E"/>
      """;

  private final EngineFixture fixture = new EngineFixture();
  private final long diagram = fixture.deployProcess(TASKS);

  private StepView step(String current) {
    return new StepView(
        7, 8, null, 0, 0, 0, 3, current, "KEY", "running", null, null, diagram, "running");
  }

  private Optional<TaskPage> page(StepView step, VariableView... variables) {
    return fixture.assembly.taskPages().find(step, List.of(variables), () -> OptionalInt.of(2));
  }

  private static VariableView text(long scope, String name, String text) {
    return new VariableView(scope, name, VariableValue.text(text));
  }

  @Test
  void shouldSubstituteTheTextsInTheScopeOfTheStep() {
    // when
    var page =
        page(
            step("PAGE"),
            text(0, "APP", "outer"),
            text(3, "app", "100"),
            new VariableView(3, "REQUEST", new VariableValue(VariableType.NUMBER, null)));
    // then
    assertThat(page)
        .contains(
            new TaskPage(
                Optional.of("100"),
                Optional.of("12"),
                Optional.of(""),
                Optional.of("12"),
                List.of(new PageItem("P12_STEP", "8 KEY 2"))));
  }

  @Test
  void shouldFindNoPageWithoutApplication() {
    assertThat(page(step("PAGE"), text(3, "APP", null))).isEmpty();
  }

  @Test
  void shouldFindNoPageOfOtherObjects() {
    assertThat(page(step("PLAIN"))).isEmpty();
    assertThat(page(step("S"))).isEmpty();
    assertThat(page(step(null))).isEmpty();
  }
}
