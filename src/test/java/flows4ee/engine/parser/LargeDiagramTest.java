package flows4ee.engine.parser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Large diagrams are read in time that grows with their size and no faster. */
class LargeDiagramTest {

  private static final Duration LIMIT = Duration.ofSeconds(5);

  @Test
  void shouldReadAChainOfTasksAtTheElementLimit() {
    String xml =
        Bpmn.process(
            "<bpmn:startEvent id='T0'/>"
                + repeat(
                    24_990,
                    i ->
                        "<bpmn:task id='T%d'/><bpmn:sequenceFlow id='F%d' sourceRef='T%d' targetRef='T%d'/>"
                            .formatted(i, i, i - 1, i)));
    assertQuick(() -> assertThat(Bpmn.model(xml).elements()).hasSize(24_991));
  }

  @Test
  void shouldReadTenThousandBoundaryEventsOfOneActivity_SEC_XML_6() {
    String xml =
        Bpmn.around(
            "<bpmn:task id='X'/>"
                + repeat(
                    10_000,
                    i ->
                        ("<bpmn:boundaryEvent id='B%d' attachedToRef='X' cancelActivity='false'>"
                                + "<bpmn:errorEventDefinition/></bpmn:boundaryEvent>"
                                + "<bpmn:sequenceFlow id='G%d' sourceRef='B%d' targetRef='E'/>")
                            .formatted(i, i, i)));
    assertQuick(() -> assertThat(Bpmn.model(xml).boundaryEventsOf("X")).hasSize(10_000));
  }

  @Test
  void shouldReadAGatewayThatAllFlowsLeaveAndManyDefaults() {
    String defaults = repeat(9_000, i -> "F" + i + " ");
    String xml =
        Bpmn.process(
            "<bpmn:exclusiveGateway id='G' default='%s'/><bpmn:task id='A'/>".formatted(defaults)
                + repeat(
                    40_000,
                    i -> "<bpmn:sequenceFlow id='F%d' sourceRef='G' targetRef='A'/>".formatted(i)));
    assertQuick(
        () ->
            assertThat(Bpmn.errors(xml))
                .containsExactly("G: The element has more than one default flow."));
  }

  @Test
  void shouldReadManyProcessesLinksAndLanes() {
    String xml =
        Bpmn.definitions(
            repeat(
                5_000,
                i ->
                    ("<bpmn:process id='P%d'><bpmn:laneSet><bpmn:lane id='L%d'>"
                            + "<bpmn:flowNodeRef>T%d</bpmn:flowNodeRef></bpmn:lane></bpmn:laneSet>"
                            + "<bpmn:intermediateThrowEvent id='T%d' name='A'>"
                            + "<bpmn:linkEventDefinition/></bpmn:intermediateThrowEvent>"
                            + "</bpmn:process>")
                        .formatted(i, i, i, i)));
    assertQuick(
        () -> {
          var model = Bpmn.model(xml);
          assertThat(model.processes()).hasSize(5_000);
          assertThat(model.warnings()).hasSize(1_001);
          assertThat(model.elements().values())
              .allMatch(
                  element ->
                      model.processOf(element).id().substring(1).equals(element.id().substring(1)));
        });
  }

  @Test
  void shouldReadSubProcessesAsDeepAsElementsMayNest_SEC_XML_6() {
    String xml =
        Bpmn.definitions(
            "<bpmn:process id='P'>"
                + repeat(254, i -> "<bpmn:subProcess id='S%d'>".formatted(i))
                + "</bpmn:subProcess>".repeat(254)
                + "</bpmn:process>");
    assertThat(Bpmn.model(xml).elements()).hasSize(254);
  }

  @Test
  void shouldReadFilesOfTenMebibytes() {
    String script = "null;\n".repeat(1_700_000);
    byte[] xml =
        Bpmn.around(
                "<bpmn:scriptTask id='X'><bpmn:extensionElements><apex:executePlsql><apex:plsqlCode>"
                    + script
                    + "</apex:plsqlCode></apex:executePlsql></bpmn:extensionElements></bpmn:scriptTask>")
            .getBytes(UTF_8);
    assertQuick(
        () -> assertThat(new DiagramParser().parse(xml).model().elements()).containsKey("X"));
  }

  private static void assertQuick(Runnable work) {
    assertThat(CpuTime.of(work)).isLessThan(LIMIT);
  }

  private static String repeat(int count, IntFunction<String> text) {
    return IntStream.rangeClosed(1, count).mapToObj(text).collect(Collectors.joining("\n"));
  }
}
