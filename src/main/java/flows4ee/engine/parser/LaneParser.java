package flows4ee.engine.parser;

import flows4ee.engine.model.Lane;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads lanes. What a lane with a nested lane set refers to is left to the inner lanes; a flow node
 * two lanes refer to belongs to the later one.
 */
final class LaneParser {

  private final List<Lane> lanes = new ArrayList<>();
  private final Map<String, Lane> byFlowNode = new HashMap<>();

  LaneParser(List<LaneSetSource> laneSets) {
    laneSets.forEach(laneSet -> parseSet(laneSet.xml(), laneSet.parentId()));
  }

  /** All lanes in document order. */
  List<Lane> lanes() {
    return lanes;
  }

  Optional<Lane> laneOf(String flowNodeId) {
    return Optional.ofNullable(byFlowNode.get(flowNodeId));
  }

  private void parseSet(XmlElement laneSet, String parentId) {
    laneSet.children(Namespaces.BPMN, "lane").forEach(xml -> parseLane(xml, parentId));
  }

  private void parseLane(XmlElement xml, String parentId) {
    var lane = lane(xml, parentId);
    lanes.add(lane);
    var inner = xml.bpmnChild("childLaneSet");
    if (inner.isPresent()) {
      parseSet(inner.get(), lane.id());
    } else {
      xml.children(Namespaces.BPMN, "flowNodeRef")
          .forEach(reference -> byFlowNode.put(reference.text().strip(), lane));
    }
  }

  private static Lane lane(XmlElement xml, String parentId) {
    var isRole = xml.apexAttribute("isRole").map("true"::equals);
    return new Lane(
        xml.id().orElse(""),
        xml.attribute("name"),
        parentId,
        isRole,
        xml.apexAttribute("role").filter(role -> isRole.orElse(false)),
        Extensions.of(xml).apexText("customExtension"),
        xml.location());
  }
}
