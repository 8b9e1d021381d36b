package flows4ee.engine.parser;

import flows4ee.engine.model.CallActivity;
import flows4ee.engine.model.FlowElement;
import flows4ee.engine.model.FlowNode;
import flows4ee.engine.model.SubProcess;
import flows4ee.engine.model.UnsupportedElement;
import java.util.Optional;

/** Reads sub-processes and call activities. */
final class ActivityParser {

  private static final String NAMED_VERSION = "namedVersion";

  private final Problems problems;
  private final IterationParser iterations;

  ActivityParser(Problems problems, IterationParser iterations) {
    this.problems = problems;
    this.iterations = iterations;
  }

  /** An event sub-process is one the engine does not support. */
  FlowElement subProcess(XmlElement xml, FlowNode node) {
    if (xml.attribute("triggeredByEvent").filter("true"::equals).isPresent()) {
      problems.warn(ProblemText.EVENT_SUB_PROCESS, xml);
      return new UnsupportedElement(node);
    }
    return new SubProcess(node, iterations.parse(xml));
  }

  CallActivity call(XmlElement xml, FlowNode node) {
    var diagram = xml.apexAttribute("calledDiagram").map(String::strip).filter(n -> !n.isEmpty());
    if (diagram.isEmpty()) {
      problems.warn(ProblemText.CALLED_DIAGRAM_MISSING, xml);
    }
    return new CallActivity(node, iterations.parse(xml), diagram, calledVersion(xml));
  }

  private Optional<String> calledVersion(XmlElement xml) {
    boolean isNamed =
        xml.apexAttribute("calledDiagramVersionSelection")
            .filter(NAMED_VERSION::equals)
            .isPresent();
    var version = xml.apexAttribute("calledDiagramVersion").map(String::strip);
    if (isNamed && version.isEmpty()) {
      problems.warn(ProblemText.CALLED_VERSION_MISSING, xml);
    }
    return version.filter(text -> isNamed);
  }
}
