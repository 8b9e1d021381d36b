package flows4ee.engine.parser;

import flows4ee.engine.model.Condition;
import flows4ee.engine.model.SequenceFlow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads sequence flows and the default flow of each flow node; dangling ends are errors. */
final class FlowParser {

  private final DiagramSource source;
  private final Problems problems;
  private final NumberParser numbers;
  private final Map<String, List<SequenceFlow>> bySource = new HashMap<>();
  private final Map<String, List<SequenceFlow>> byTarget = new HashMap<>();
  private final Map<String, Set<String>> defaults = new HashMap<>();

  FlowParser(DiagramSource source, Problems problems) {
    this.source = source;
    this.problems = problems;
    this.numbers = new NumberParser(problems);
    source.nodes().forEach((id, node) -> readDefaults(id, node.xml()));
    source.flows().forEach(this::parseFlow);
    checkDefaults();
  }

  /** The flows leaving a flow node, in document order. */
  List<SequenceFlow> outgoing(String nodeId) {
    return bySource.getOrDefault(nodeId, List.of());
  }

  /** The flows ending at a flow node, in document order. */
  List<SequenceFlow> incoming(String nodeId) {
    return byTarget.getOrDefault(nodeId, List.of());
  }

  private void parseFlow(XmlElement xml) {
    var from = xml.attribute("sourceRef");
    var to = xml.attribute("targetRef");
    boolean isSourceKnown =
        isKnown(xml, from, ProblemText.SOURCE_MISSING, ProblemText.SOURCE_UNKNOWN);
    boolean isTargetKnown =
        isKnown(xml, to, ProblemText.TARGET_MISSING, ProblemText.TARGET_UNKNOWN);
    if (isSourceKnown && isTargetKnown) {
      add(flow(xml, from.orElseThrow(), to.orElseThrow()));
    }
  }

  private boolean isKnown(
      XmlElement xml, Optional<String> nodeId, ProblemText missing, ProblemText unknown) {
    if (nodeId.isEmpty()) {
      problems.error(missing, xml);
      return false;
    }
    if (!source.nodes().containsKey(nodeId.get())) {
      problems.error(unknown, xml, nodeId.get());
      return false;
    }
    return true;
  }

  private SequenceFlow flow(XmlElement xml, String from, String to) {
    String id = xml.id().orElseThrow();
    return new SequenceFlow(
        id,
        xml.attribute("name"),
        from,
        to,
        xml.apexAttribute("sequence").flatMap(text -> numbers.decimal(text, xml, "sequence")),
        defaults.getOrDefault(from, Set.of()).contains(id),
        xml.bpmnChild("conditionExpression").flatMap(FlowParser::condition),
        xml.location());
  }

  private static Optional<Condition> condition(XmlElement xml) {
    return Optional.of(xml.text())
        .filter(text -> !text.isBlank())
        .map(text -> new Condition(xml.attribute("language").orElse("").strip(), text));
  }

  private void add(SequenceFlow flow) {
    bySource.computeIfAbsent(flow.sourceId(), id -> new ArrayList<>()).add(flow);
    byTarget.computeIfAbsent(flow.targetId(), id -> new ArrayList<>()).add(flow);
  }

  private void readDefaults(String nodeId, XmlElement node) {
    var named = new HashSet<String>();
    node.attribute("default").ifPresent(text -> addWords(named, text));
    node.attribute(Namespaces.BPMN, "default").ifPresent(text -> addWords(named, text));
    if (named.size() > 1) {
      problems.error(ProblemText.TWO_DEFAULTS, node);
    }
    if (!named.isEmpty()) {
      defaults.put(nodeId, named);
    }
  }

  private static void addWords(Set<String> words, String text) {
    if (!text.isBlank()) {
      words.addAll(List.of(text.strip().split("\\s+")));
    }
  }

  private void checkDefaults() {
    var flowIds = new HashSet<String>();
    source.flows().forEach(flow -> flow.id().ifPresent(flowIds::add));
    defaults.forEach(
        (nodeId, named) -> {
          var node = source.nodes().get(nodeId).xml();
          named.forEach(flowId -> checkDefault(node, flowId, flowIds.contains(flowId)));
        });
  }

  private void checkDefault(XmlElement node, String flowId, boolean isFlow) {
    if (!isFlow) {
      problems.error(ProblemText.DEFAULT_UNKNOWN, node, flowId);
    } else if (outgoing(node.id().orElse("")).stream().noneMatch(SequenceFlow::isDefault)) {
      problems.warn(ProblemText.DEFAULT_NOT_OUTGOING, node, flowId);
    }
  }
}
