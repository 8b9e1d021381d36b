package flows4ee.engine.parser;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The parts of a diagram as they stand in the text, each in document order.
 *
 * @param roots what stands directly in the definitions, by id: errors, escalations, shared event
 *     definitions
 * @param nodes flow nodes of all processes and levels, by id
 */
record DiagramSource(
    Map<String, XmlElement> roots,
    List<XmlElement> processes,
    Map<String, NodeSource> nodes,
    List<XmlElement> flows,
    List<LaneSetSource> laneSets) {

  DiagramSource() {
    this(
        new LinkedHashMap<>(),
        new ArrayList<>(),
        new LinkedHashMap<>(),
        new ArrayList<>(),
        new ArrayList<>());
  }
}
