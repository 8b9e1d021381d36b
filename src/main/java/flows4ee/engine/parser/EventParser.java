package flows4ee.engine.parser;

import flows4ee.engine.model.BoundaryEvent;
import flows4ee.engine.model.EndEvent;
import flows4ee.engine.model.Event;
import flows4ee.engine.model.FlowNode;
import flows4ee.engine.model.IntermediateCatchEvent;
import flows4ee.engine.model.IntermediateThrowEvent;
import flows4ee.engine.model.StartEvent;
import java.util.Map;

/** Reads events of the five kinds. */
final class EventParser {

  private final Problems problems;
  private final Map<String, NodeSource> nodes;
  private final EventDefinitionParser definitions;

  EventParser(Problems problems, Map<String, NodeSource> nodes, EventDefinitionParser definitions) {
    this.problems = problems;
    this.nodes = nodes;
    this.definitions = definitions;
  }

  Event start(XmlElement xml, FlowNode node) {
    return new StartEvent(node, definitions.parse(xml));
  }

  Event end(XmlElement xml, FlowNode node) {
    return new EndEvent(node, definitions.parse(xml));
  }

  Event intermediateThrow(XmlElement xml, FlowNode node) {
    return new IntermediateThrowEvent(node, definitions.parse(xml));
  }

  Event intermediateCatch(XmlElement xml, FlowNode node) {
    return new IntermediateCatchEvent(node, definitions.parse(xml));
  }

  /** Interrupting unless {@code cancelActivity} says no. */
  Event boundary(XmlElement xml, FlowNode node) {
    var isInterrupting =
        xml.attribute("cancelActivity").map(String::strip).filter(this::isFalse).isEmpty();
    return new BoundaryEvent(node, definitions.parse(xml), attachedTo(xml), isInterrupting);
  }

  private boolean isFalse(String text) {
    return text.equals("false") || text.equals("0");
  }

  private String attachedTo(XmlElement xml) {
    var reference = xml.attribute("attachedToRef");
    if (reference.isEmpty()) {
      problems.error(ProblemText.ATTACHED_MISSING, xml);
      return "";
    }
    String exact = reference.get();
    String local = exact.substring(exact.indexOf(':') + 1);
    if (nodes.containsKey(exact)) {
      return exact;
    }
    if (!nodes.containsKey(local)) {
      problems.error(ProblemText.ATTACHED_UNKNOWN, xml, exact);
    }
    return local;
  }
}
