package flows4ee.engine.parser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flows4ee.engine.model.BpmnProcess;
import flows4ee.engine.model.Condition;
import flows4ee.engine.model.ExpressionSet;
import flows4ee.engine.model.ExpressionType;
import flows4ee.engine.model.Gateway;
import flows4ee.engine.model.Lane;
import flows4ee.engine.model.Location;
import flows4ee.engine.model.SequenceFlow;
import flows4ee.engine.model.Setting;
import flows4ee.engine.model.VariableExpression;
import flows4ee.engine.model.VariableType;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Processes, lanes, sequence flows and variable expressions. */
class ProcessParsingTest {

  @Test
  void shouldReadAProcess() {
    String xml =
        Bpmn.definitions(
            """
            <bpmn:process id="P" name="Loan" apex:isCallable="true" apex:isStartable="false"
                apex:minLoggingLevel="2" apex:instanceName="Loan &amp;F4A$BUSINESS_REF."
                apex:businessAdmin="ADMIN">
              <bpmn:extensionElements>
                <apex:dueOn><apex:expressionType>interval</apex:expressionType>
                  <apex:expression>P5D</apex:expression></apex:dueOn>
                <apex:customExtension>{"owner":"credit"}</apex:customExtension>
              </bpmn:extensionElements>
            </bpmn:process>
            """);
    assertThat(Bpmn.model(xml).processes())
        .containsExactly(
            new BpmnProcess(
                "P",
                Optional.of("Loan"),
                true,
                false,
                OptionalInt.of(2),
                Optional.of("Loan &F4A$BUSINESS_REF."),
                Optional.empty(),
                Optional.of(Setting.of(ExpressionType.INTERVAL, "P5D")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("ADMIN"),
                Optional.of("{\"owner\":\"credit\"}"),
                new Location(6, 1)));
  }

  @Test
  void shouldReadSeveralProcessesOfACollaboration() {
    String xml =
        Bpmn.definitions(
            """
            <bpmn:collaboration id="C"><bpmn:participant id="PA" processRef="P1"/>
              <bpmn:participant id="PB"/><bpmn:messageFlow id="MF" sourceRef="T1" targetRef="PB"/>
            </bpmn:collaboration>
            <bpmn:process id="P1" name="one"><bpmn:task id="T1"/></bpmn:process>
            <bpmn:process id="P2" name="two"><bpmn:startEvent id="S"/><bpmn:task id="T2"/>
            </bpmn:process>
            """);
    var parsed = new DiagramParser().parse(xml);
    assertThat(parsed.model().processes()).extracting(BpmnProcess::id).containsExactly("P1", "P2");
    assertThat(parsed.model().processOf(parsed.model().element("T2")).id()).isEqualTo("P2");
    assertThat(parsed.mainProcessName()).contains("two");
  }

  @Test
  void shouldTakeTheFirstProcessAsMainWhenTheStartIsNotClear() {
    assertThat(
            new DiagramParser()
                .parse(
                    Bpmn.definitions(
                        "<bpmn:process id='P1' name='one'/><bpmn:process id='P2' name='two'/>"))
                .mainProcessName())
        .contains("one");
    assertThat(new DiagramParser().parse(Bpmn.process("")).mainProcessName()).isEmpty();
  }

  @Test
  void shouldReadLanesWithTheirRoles() {
    String xml =
        Bpmn.process(
            """
            <bpmn:laneSet id="LS">
              <bpmn:lane id="L1" name="Sales" apex:isRole="true" apex:role="SALES">
                <bpmn:flowNodeRef> A </bpmn:flowNodeRef></bpmn:lane>
              <bpmn:lane id="L2" apex:isRole="false" apex:role="SALES"/>
              <bpmn:lane id="L3" apex:role="SALES"/>
            </bpmn:laneSet>
            <bpmn:task id="A"/><bpmn:task id="B"/>""");
    var model = Bpmn.model(xml);
    assertThat(model.lanes())
        .extracting(Lane::isRole)
        .containsExactly(Optional.of(true), Optional.of(false), Optional.empty());
    assertThat(model.lanes())
        .extracting(Lane::role)
        .containsExactly(Optional.of("SALES"), Optional.empty(), Optional.empty());
    assertThat(model.element("A").node().lane()).contains(model.lanes().get(0));
    assertThat(model.element("B").node().lane()).isEmpty();
  }

  @Test
  void shouldLeaveTheElementsOfANestedLaneSetToItsInnerLanes() {
    String xml =
        Bpmn.process(
            """
            <bpmn:laneSet id="LS"><bpmn:lane id="OUTER">
              <bpmn:flowNodeRef>A</bpmn:flowNodeRef><bpmn:flowNodeRef>B</bpmn:flowNodeRef>
              <bpmn:childLaneSet id="CLS"><bpmn:lane id="INNER">
                <bpmn:flowNodeRef>A</bpmn:flowNodeRef></bpmn:lane></bpmn:childLaneSet>
            </bpmn:lane></bpmn:laneSet>
            <bpmn:task id="A"/><bpmn:task id="B"/>
            <bpmn:subProcess id="SP"><bpmn:task id="C"/></bpmn:subProcess>""");
    var model = Bpmn.model(xml);
    assertThat(model.lanes()).extracting(Lane::id).containsExactly("OUTER", "INNER");
    assertThat(model.lanes()).extracting(Lane::parentId).containsExactly("P", "OUTER");
    assertThat(model.element("A").node().lane()).map(Lane::id).contains("INNER");
    assertThat(model.element("B").node().lane()).isEmpty();
    assertThat(model.element("C").node().lane()).isEmpty();
  }

  @Test
  void shouldReadSequenceFlowsWithConditionsAndDefault() {
    String xml =
        Bpmn.process(
            """
            <bpmn:exclusiveGateway id="G" default="F3"/>
            <bpmn:task id="A"/>
            <bpmn:sequenceFlow id="F1" name="big" sourceRef="G" targetRef="A" apex:sequence="20">
              <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression" language="plsqlExpression"
                >:F4A$SIZE &gt; 10
              or :F4A$ALL = 'Y'</bpmn:conditionExpression></bpmn:sequenceFlow>
            <bpmn:sequenceFlow id="F2" sourceRef="G" targetRef="A" apex:sequence="10">
              <bpmn:conditionExpression language="feel"><![CDATA[x < 1]]></bpmn:conditionExpression>
            </bpmn:sequenceFlow>
            <bpmn:sequenceFlow id="F3" sourceRef="G" targetRef="A" apex:sequence="5">
              <bpmn:conditionExpression/></bpmn:sequenceFlow>
            <bpmn:sequenceFlow id="F4" sourceRef="A" targetRef="A"/>""");
    var model = Bpmn.model(xml);
    var gateway = (Gateway) model.element("G");
    assertThat(gateway.routes()).extracting(SequenceFlow::id).containsExactly("F2", "F1", "F3");
    var flow = gateway.outgoing().get(0);
    assertThat(flow.name()).contains("big");
    assertThat(flow.sequence()).contains(new BigDecimal(20));
    assertThat(flow.isDefault()).isFalse();
    assertThat(flow.condition())
        .contains(new Condition("plsqlExpression", ":F4A$SIZE > 10\n  or :F4A$ALL = 'Y'"));
    assertThat(gateway.outgoing().get(1).condition()).contains(new Condition("feel", "x < 1"));
    assertThat(gateway.outgoing().get(2).condition()).isEmpty();
    assertThat(gateway.outgoing().get(2).isDefault()).isTrue();
    assertThat(model.element("A").incoming())
        .extracting(SequenceFlow::id)
        .containsExactly("F1", "F2", "F3", "F4");
  }

  @Test
  void shouldOrderVariableExpressionsBySequence() {
    String variable =
        """
        <apex:processVariable>%s<apex:varName>%s</apex:varName><apex:varDataType>%s</apex:varDataType>
        <apex:varExpressionType>static</apex:varExpressionType>
        <apex:varExpression>%s</apex:varExpression></apex:processVariable>""";
    String xml =
        Bpmn.around(
            "<bpmn:task id='X'><bpmn:extensionElements><apex:beforeTask>"
                + variable.formatted("", "LAST", "clob", "text")
                + variable.formatted("<apex:varSequence>10</apex:varSequence>", "B", "Number", "1")
                + variable.formatted(
                    "<apex:varSequence>9.5</apex:varSequence>", "A", "TIMESTAMP_WITH_TIME_ZONE", "")
                + "</apex:beforeTask></bpmn:extensionElements></bpmn:task>");
    var element = Bpmn.model(xml).element("X");
    assertThat(element.expressions(ExpressionSet.BEFORE_TASK))
        .containsExactly(
            new VariableExpression(
                new BigDecimal("9.5"),
                "A",
                VariableType.TIMESTAMP_WITH_TIME_ZONE,
                ExpressionType.STATIC,
                ""),
            new VariableExpression(
                new BigDecimal(10), "B", VariableType.NUMBER, ExpressionType.STATIC, "1"),
            new VariableExpression(
                new BigDecimal(11), "LAST", VariableType.CLOB, ExpressionType.STATIC, "text"));
    assertThat(element.expressions(ExpressionSet.AFTER_TASK)).isEmpty();
  }

  @Test
  void shouldGoByNamespaceWhateverThePrefix() {
    String xml =
        """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
            xmlns:x="https://flowsforapex.org" xmlns:apex="urn:else"
            exporter="Flows for APEX" exporterVersion="25.1.0">
          <process id="P" x:isCallable="true" apex:isStartable="true">
            <userTask id="A" x:type="apexPage" apex:type="apexApproval"/>
            <other:task xmlns:other="urn:other" id="A"/>
          </process>
        </definitions>
        """;
    var model = Bpmn.model(xml);
    assertThat(model.processes().get(0).isCallable()).isTrue();
    assertThat(model.processes().get(0).isStartable()).isFalse();
    assertThat(model.elements()).containsOnlyKeys("A");
    assertThat(model.element("A").node().tag()).isEqualTo("bpmn:userTask");
  }

  @Test
  void shouldBuildAModelNobodyCanChange() {
    var model = Bpmn.model(Bpmn.around("<bpmn:task id='X'/>"));
    var node = model.element("X").node();
    assertThatThrownBy(() -> model.elements().clear())
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> model.elementsIn("P").clear())
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> model.lanes().clear())
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> node.incoming().clear())
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> node.expressions().bySet().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }
}
