package flows4ee.engine.parser;

import flows4ee.engine.model.EventBasedGateway;
import flows4ee.engine.model.ExclusiveGateway;
import flows4ee.engine.model.FlowElement;
import flows4ee.engine.model.FlowNode;
import flows4ee.engine.model.InclusiveGateway;
import flows4ee.engine.model.ParallelGateway;
import flows4ee.engine.model.UnsupportedElement;
import java.util.Map;
import java.util.function.BiFunction;

/** Turns one flow node into its record: what all have here, the rest by the parser of its kind. */
final class NodeParser {

  private final Problems problems;
  private final LaneParser lanes;
  private final FlowParser flows;
  private final ExpressionSetParser expressions;
  private final EventDefinitionParser definitions;
  private final Map<String, BiFunction<XmlElement, FlowNode, FlowElement>> parsers;

  NodeParser(DiagramSource source, LaneParser lanes, FlowParser flows, Problems problems) {
    this.problems = problems;
    this.lanes = lanes;
    this.flows = flows;
    this.expressions = new ExpressionSetParser(problems);
    this.definitions = new EventDefinitionParser(problems, source.roots());
    var iterations = new IterationParser(problems);
    var events = new EventParser(problems, source.nodes(), definitions);
    var tasks = new TaskParser(problems, iterations);
    var activities = new ActivityParser(problems, iterations);
    this.parsers =
        Map.ofEntries(
            Map.entry("startEvent", events::start),
            Map.entry("endEvent", events::end),
            Map.entry("intermediateThrowEvent", events::intermediateThrow),
            Map.entry("intermediateCatchEvent", events::intermediateCatch),
            Map.entry("boundaryEvent", events::boundary),
            Map.entry("task", tasks::plain),
            Map.entry("manualTask", tasks::plain),
            Map.entry("userTask", new UserTaskParser(problems, iterations)::parse),
            Map.entry("scriptTask", tasks::script),
            Map.entry("serviceTask", new ServiceTaskParser(problems, iterations)::parse),
            Map.entry("businessRuleTask", tasks::businessRule),
            Map.entry("sendTask", tasks::send),
            Map.entry("receiveTask", tasks::receive),
            Map.entry("subProcess", activities::subProcess),
            Map.entry("callActivity", activities::call),
            Map.entry("exclusiveGateway", (xml, node) -> new ExclusiveGateway(node)),
            Map.entry("parallelGateway", (xml, node) -> new ParallelGateway(node)),
            Map.entry("inclusiveGateway", (xml, node) -> new InclusiveGateway(node)),
            Map.entry("eventBasedGateway", (xml, node) -> new EventBasedGateway(node)));
  }

  FlowElement parse(NodeSource source) {
    var node = node(source.xml(), source.containerId());
    return parsers.getOrDefault(source.xml().name(), this::unsupported).apply(source.xml(), node);
  }

  private FlowElement unsupported(XmlElement xml, FlowNode node) {
    problems.warn(ProblemText.UNSUPPORTED_ELEMENT, xml, xml.tag());
    return new UnsupportedElement(node);
  }

  private FlowNode node(XmlElement xml, String containerId) {
    String id = xml.id().orElseThrow();
    return new FlowNode(
        id,
        xml.attribute("name"),
        xml.tag(),
        definitions.find(xml).map(XmlElement::tag),
        containerId,
        lanes.laneOf(id),
        flows.incoming(id),
        flows.outgoing(id),
        expressions.parse(xml),
        Extensions.of(xml).apexText("customExtension"),
        xml.location());
  }
}
