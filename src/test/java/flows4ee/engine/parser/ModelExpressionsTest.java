package flows4ee.engine.parser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import flows4ee.engine.model.ExpressionType;
import flows4ee.engine.model.Location;
import flows4ee.engine.model.ModelExpression;
import flows4ee.engine.model.ModelExpression.Use;
import flows4ee.engine.model.ModelExpressions;
import flows4ee.engine.model.ModelProblem;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The walk over all program texts of a diagram. */
class ModelExpressionsTest {

  private static final String SETTING =
      "<apex:%s><apex:expressionType>static</apex:expressionType>"
          + "<apex:expression>%s</apex:expression></apex:%s>";

  @Test
  void shouldListEveryTextWithItsPlace() {
    // given
    String xml =
        Bpmn.definitions(
            """
            <bpmn:process id="P"><bpmn:extensionElements>%s</bpmn:extensionElements>
            <bpmn:userTask id="U"><bpmn:extensionElements>%s
              <apex:afterTask><apex:processVariable><apex:varName>TOTAL</apex:varName>
                <apex:varExpressionType>plsqlRawExpression</apex:varExpressionType>
                <apex:varExpression>1 + 1</apex:varExpression></apex:processVariable></apex:afterTask>
              </bpmn:extensionElements>
              <bpmn:multiInstanceLoopCharacteristics><bpmn:extensionElements>
                <apex:inputCollection><apex:expressionType>sqlQueryArray</apex:expressionType>
                  <apex:expression>select 1 a from dual</apex:expression></apex:inputCollection>
                <apex:completionCondition><apex:expressionType>plsqlExpression</apex:expressionType>
                  <apex:expression>1 = 1</apex:expression></apex:completionCondition>
              </bpmn:extensionElements></bpmn:multiInstanceLoopCharacteristics></bpmn:userTask>
            <bpmn:sequenceFlow id="F" sourceRef="U" targetRef="S">
              <bpmn:conditionExpression language="feel">a</bpmn:conditionExpression></bpmn:sequenceFlow>
            <bpmn:scriptTask id="S"><bpmn:extensionElements><apex:executePlsql>
              <apex:plsqlCode>null;</apex:plsqlCode></apex:executePlsql></bpmn:extensionElements>
            </bpmn:scriptTask>
            <bpmn:endEvent id="E" apex:type="simpleMessage"><bpmn:messageEventDefinition>
              <bpmn:extensionElements>%s</bpmn:extensionElements></bpmn:messageEventDefinition>
            </bpmn:endEvent>
            </bpmn:process>
            """
                .formatted(
                    SETTING.formatted("priority", "1", "priority"),
                    SETTING.formatted("dueOn", "2", "dueOn"),
                    SETTING.formatted("endpoint", "local", "endpoint")));
    // when
    var expressions = ModelExpressions.of(Bpmn.model(xml));
    // then
    assertThat(expressions)
        .extracting(ModelExpression::elementId, ModelExpression::place, ModelExpression::text)
        .containsExactly(
            tuple("P", "priority", "1"),
            tuple("U", "afterTask TOTAL", "1 + 1"),
            tuple("U", "inputCollection", "select 1 a from dual"),
            tuple("U", "completionCondition", "1 = 1"),
            tuple("U", "dueOn", "2"),
            tuple("F", "conditionExpression", "a"),
            tuple("S", "plsqlCode", "null;"),
            tuple("E", "endpoint", "local"));
    assertThat(expressions)
        .extracting(ModelExpression::use)
        .containsExactly(
            Use.SETTING,
            Use.VARIABLE,
            Use.INPUT_COLLECTION,
            Use.COMPLETION_CONDITION,
            Use.SETTING,
            Use.CONDITION,
            Use.SCRIPT,
            Use.SETTING);
    assertThat(expressions.get(5).type()).isEqualTo(ExpressionType.FEEL_EXPRESSION);
  }

  @Test
  void shouldMakeAWarningAtTheElementOfAText() {
    String xml =
        Bpmn.process(
            """
            <bpmn:task id="A"/>
            <bpmn:sequenceFlow id="F" sourceRef="A" targetRef="A">
              <bpmn:conditionExpression language="plsqlExpression">(</bpmn:conditionExpression>
            </bpmn:sequenceFlow>""");
    var warning = ModelExpressions.of(Bpmn.model(xml)).get(0).warning("It does not compile.");
    assertThat(warning)
        .isEqualTo(
            new ModelProblem(
                "bpmn warning",
                "It does not compile.",
                Optional.of("F"),
                Optional.of("bpmn:sequenceFlow"),
                new Location(8, 1)));
  }
}
