package flows4ee.engine.parser;

import flows4ee.engine.model.DiagramModel;
import flows4ee.engine.model.ModelProblem;
import java.util.List;

/** Diagrams for tests: the definitions around what matters, and what the parser says to them. */
final class Bpmn {

  static final String HEAD =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <bpmn:definitions xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
          xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
          xmlns:apex="https://flowsforapex.org" xmlns:f4ee="urn:flows4ee:bpmn"
          id="D" exporter="Flows for APEX" exporterVersion="25.1.0">
      """;
  static final String TAIL = "</bpmn:definitions>\n";

  private Bpmn() {}

  /** Definitions with the given content. */
  static String definitions(String content) {
    return HEAD + content + TAIL;
  }

  /** One process {@code P} with the given content and nothing else. */
  static String process(String content) {
    return definitions("<bpmn:process id=\"P\">\n" + content + "\n</bpmn:process>\n");
  }

  /** One process {@code P} that leads from a start event over {@code X} to an end event. */
  static String around(String element) {
    return process(
        """
        <bpmn:startEvent id="S"/>
        <bpmn:sequenceFlow id="F1" sourceRef="S" targetRef="X"/>
        %s
        <bpmn:sequenceFlow id="F2" sourceRef="X" targetRef="E"/>
        <bpmn:endEvent id="E"/>"""
            .formatted(element));
  }

  static DiagramModel model(String xml) {
    return new DiagramParser().parse(xml).model();
  }

  /** The warnings as {@code <element id>: <sentence>}. */
  static List<String> warnings(String xml) {
    return model(xml).warnings().stream().map(Bpmn::line).toList();
  }

  /** The problems that refuse a diagram, as {@code <element id>: <sentence>}. */
  static List<String> errors(String xml) {
    return refusal(xml).problems().stream().map(Bpmn::line).toList();
  }

  static ModelException refusal(String xml) {
    try {
      new DiagramParser().parse(xml);
    } catch (ModelException refused) {
      return refused;
    }
    throw new AssertionError("the diagram is accepted");
  }

  private static String line(ModelProblem problem) {
    return problem.elementId().orElse("-") + ": " + problem.value();
  }
}
