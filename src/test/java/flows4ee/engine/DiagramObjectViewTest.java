package flows4ee.engine;

import static org.assertj.core.api.Assertions.assertThat;

import flows4ee.engine.parser.DiagramParser;
import org.junit.jupiter.api.Test;

/** The list of objects of a diagram, numbered in document order. */
class DiagramObjectViewTest {

  @Test
  void shouldNumberProcessesLanesAndFlowElements() {
    String xml =
        definitions(
            """
            <bpmn:process id="P" name="Order">
              <bpmn:startEvent id="S"><bpmn:timerEventDefinition/></bpmn:startEvent>
              <bpmn:laneSet id="LS"><bpmn:lane id="L" name="Sales">
                <bpmn:flowNodeRef>SP</bpmn:flowNodeRef></bpmn:lane></bpmn:laneSet>
              <bpmn:subProcess id="SP"><bpmn:task id="T" name="Pack"/></bpmn:subProcess>
              <bpmn:boundaryEvent id="B" attachedToRef="SP" cancelActivity="false"/>
            </bpmn:process>
            <bpmn:process id="P2"/>
            """);
    assertThat(DiagramObjectView.of(new DiagramParser().parse(xml).model()))
        .containsExactly(
            view(1, "P", "Order", "bpmn:process", null, null, null),
            view(2, "S", null, "bpmn:startEvent", "bpmn:timerEventDefinition", "P", null),
            view(3, "L", "Sales", "bpmn:lane", null, "P", null),
            view(4, "SP", null, "bpmn:subProcess", null, "P", "L"),
            view(5, "T", "Pack", "bpmn:task", null, "SP", null),
            new DiagramObjectView(6, "B", null, "bpmn:boundaryEvent", null, "P", null, "SP", false),
            view(7, "P2", null, "bpmn:process", null, null, null));
  }

  private static String definitions(String content) {
    return "<bpmn:definitions xmlns:bpmn='http://www.omg.org/spec/BPMN/20100524/MODEL'>"
        + content
        + "</bpmn:definitions>";
  }

  private static DiagramObjectView view(
      int id, String bpmnId, String name, String tag, String subtag, String parent, String lane) {
    return new DiagramObjectView(id, bpmnId, name, tag, subtag, parent, lane, null, null);
  }
}
