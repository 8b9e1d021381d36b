package flows4ee.engine.parser;

import flows4ee.engine.model.BpmnProcess;
import flows4ee.engine.model.DiagramModel;
import flows4ee.engine.model.FlowElement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * Reads BPMN 2.0 XML into the compiled model. Elements and attributes are known by namespace, never
 * by prefix; what is not known is passed over. Stateless and safe for many threads.
 *
 * <p>What cannot be a diagram is refused: malformed XML, limits exceeded, another namespace,
 * dangling references, ids that are doubled or too long. What the engine would only find at start
 * or run time is a warning of the model.
 */
public final class DiagramParser {

  /**
   * Reads the bytes of a BPMN file, in UTF-8 or UTF-16.
   *
   * @throws ModelException when the diagram is refused, with all problems
   */
  public ParsedDiagram parse(byte[] xml) {
    return parse(SafeXml.read(xml));
  }

  /**
   * Reads the text of a BPMN file; an encoding it declares means nothing.
   *
   * @throws ModelException when the diagram is refused, with all problems
   */
  public ParsedDiagram parse(String xml) {
    return parse(SafeXml.read(xml));
  }

  private static ParsedDiagram parse(XmlElement root) {
    if (!root.is(Namespaces.BPMN, "definitions")) {
      throw ModelException.of(ProblemText.NO_DEFINITIONS, root, Namespaces.BPMN);
    }
    var problems = new Problems();
    var source = DiagramScanner.scan(FormerExtensions.modernize(root), problems);
    var model = model(source, problems);
    new StartChecks(problems).check(model);
    new FlowChecks(problems).check(model);
    new EventChecks(problems).check(model);
    return new ParsedDiagram(
        model.withWarnings(problems.warnings()), mainProcess(model).flatMap(BpmnProcess::name));
  }

  private static DiagramModel model(DiagramSource source, Problems problems) {
    var lanes = new LaneParser(source.laneSets());
    var nodes = new NodeParser(source, lanes, new FlowParser(source, problems), problems);
    var processes = new ProcessParser(problems);
    var elements = new LinkedHashMap<String, FlowElement>();
    source.nodes().forEach((id, node) -> elements.put(id, nodes.parse(node)));
    var parsed = source.processes().stream().map(processes::parse).toList();
    problems.throwErrors();
    return DiagramModel.of(parsed, lanes.lanes(), elements, List.of());
  }

  private static Optional<BpmnProcess> mainProcess(DiagramModel model) {
    var starting =
        model.processes().stream()
            .filter(
                process -> model.startEventsIn(process.id()).stream().anyMatch(StartChecks::isMain))
            .toList();
    return starting.size() == 1
        ? Optional.of(starting.get(0))
        : model.processes().stream().findFirst();
  }
}
