package flows4ee.engine.parser;

import java.util.Set;

/** Walks the definitions once and sorts out what the other parsers read. */
final class DiagramScanner {

  /** Objects of the drawing: no part of the flow, but their ids must be unique. */
  private static final Set<String> ARTIFACTS =
      Set.of(
          "association",
          "dataObject",
          "dataObjectReference",
          "dataStoreReference",
          "group",
          "textAnnotation");

  /** Parts of a process or sub-process that are no flow elements. */
  private static final Set<String> PARTS =
      Set.of(
          "artifact",
          "auditing",
          "completionCondition",
          "correlationSubscription",
          "dataInputAssociation",
          "dataOutputAssociation",
          "documentation",
          "extensionElements",
          "humanPerformer",
          "incoming",
          "ioBinding",
          "ioSpecification",
          "monitoring",
          "multiInstanceLoopCharacteristics",
          "outgoing",
          "performer",
          "potentialOwner",
          "property",
          "resourceRole",
          "standardLoopCharacteristics",
          "supportedInterfaceRef",
          "supports");

  private static final Set<String> CONTAINERS =
      Set.of("subProcess", "transaction", "adHocSubProcess");

  private final DiagramSource source = new DiagramSource();
  private final IdCheck ids;

  private DiagramScanner(Problems problems) {
    this.ids = new IdCheck(problems);
  }

  static DiagramSource scan(XmlElement definitions, Problems problems) {
    var scanner = new DiagramScanner(problems);
    for (var child : definitions.children()) {
      scanner.scanRoot(child);
    }
    if (scanner.source.processes().isEmpty()) {
      problems.warn(ProblemText.NO_PROCESS, definitions);
    }
    return scanner.source;
  }

  private void scanRoot(XmlElement xml) {
    if (!xml.isBpmn()) {
      return;
    }
    xml.id().ifPresent(id -> source.roots().putIfAbsent(id, xml));
    switch (xml.name()) {
      case "process" -> scanProcess(xml);
      case "collaboration" -> scanCollaboration(xml);
      default -> {
        // messages, errors and the like are looked up by id where they are used
      }
    }
  }

  private void scanCollaboration(XmlElement collaboration) {
    ids.accept(collaboration);
    collaboration.children().stream().filter(XmlElement::isBpmn).forEach(ids::accept);
  }

  private void scanProcess(XmlElement process) {
    source.processes().add(process);
    ids.require(process);
    scanContainer(process, process.id().orElse(""));
  }

  private void scanContainer(XmlElement container, String containerId) {
    for (var child : container.children()) {
      if (child.isBpmn()) {
        scanFlowElement(child, containerId);
      }
    }
  }

  private void scanFlowElement(XmlElement xml, String containerId) {
    switch (xml.name()) {
      case "sequenceFlow" -> ids.require(xml).ifPresent(id -> source.flows().add(xml));
      case "laneSet" -> scanLaneSet(new LaneSetSource(xml, containerId));
      default -> scanOther(xml, containerId);
    }
  }

  private void scanOther(XmlElement xml, String containerId) {
    if (ARTIFACTS.contains(xml.name())) {
      ids.accept(xml);
    } else if (!PARTS.contains(xml.name())) {
      scanNode(xml, containerId);
    }
  }

  private void scanNode(XmlElement xml, String containerId) {
    ids.require(xml).ifPresent(id -> source.nodes().put(id, new NodeSource(xml, containerId)));
    if (CONTAINERS.contains(xml.name())) {
      scanContainer(xml, xml.id().orElse(""));
    }
  }

  private void scanLaneSet(LaneSetSource laneSet) {
    source.laneSets().add(laneSet);
    scanLanes(laneSet.xml());
  }

  private void scanLanes(XmlElement laneSet) {
    laneSet.children(Namespaces.BPMN, "lane").forEach(this::scanLane);
  }

  private void scanLane(XmlElement lane) {
    ids.require(lane);
    lane.bpmnChild("childLaneSet").ifPresent(this::scanLanes);
  }
}
