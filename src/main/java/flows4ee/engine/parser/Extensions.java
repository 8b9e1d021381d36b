package flows4ee.engine.parser;

import flows4ee.engine.model.Location;
import java.util.List;
import java.util.Map;

/** Finds the {@code bpmn:extensionElements} of an element. */
final class Extensions {

  private static final XmlElement NONE =
      new XmlElement(
          Namespaces.BPMN,
          "extensionElements",
          List.of(),
          Map.of(),
          List.of(),
          "",
          Location.UNKNOWN);

  private Extensions() {}

  /** The extension elements of an element; one without children when it has none. */
  static XmlElement of(XmlElement owner) {
    return owner.bpmnChild("extensionElements").orElse(NONE);
  }
}
