package flows4ee.engine.parser;

import flows4ee.engine.model.Location;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An element of the XML text, immutable.
 *
 * @param prefixes the namespace declarations of this element, by prefix
 * @param text the text directly inside, CDATA included; empty when it is only layout between
 *     children
 * @param location where its start tag begins
 */
record XmlElement(
    String namespace,
    String name,
    List<Attribute> attributes,
    Map<String, String> prefixes,
    List<XmlElement> children,
    String text,
    Location location) {

  XmlElement {
    attributes = List.copyOf(attributes);
    prefixes = Map.copyOf(prefixes);
    children = List.copyOf(children);
  }

  /** An attribute; the namespace is empty for one without prefix. */
  record Attribute(String namespace, String name, String value) {}

  boolean is(String wantedNamespace, String wantedName) {
    return name.equals(wantedName) && namespace.equals(wantedNamespace);
  }

  boolean isBpmn() {
    return namespace.equals(Namespaces.BPMN);
  }

  /** An attribute of no namespace; absent when it is empty. */
  Optional<String> attribute(String wantedName) {
    return attribute("", wantedName);
  }

  /** An attribute of the given namespace; absent when it is empty. */
  Optional<String> attribute(String wantedNamespace, String wantedName) {
    for (var attribute : attributes) {
      if (attribute.name().equals(wantedName) && attribute.namespace().equals(wantedNamespace)) {
        return Optional.of(attribute.value()).filter(value -> !value.isEmpty());
      }
    }
    return Optional.empty();
  }

  /** An attribute of the Flows for APEX namespace; absent when it is empty. */
  Optional<String> apexAttribute(String wantedName) {
    return attribute(Namespaces.APEX, wantedName);
  }

  /** The first child of that name. */
  Optional<XmlElement> child(String wantedNamespace, String wantedName) {
    for (var child : children) {
      if (child.is(wantedNamespace, wantedName)) {
        return Optional.of(child);
      }
    }
    return Optional.empty();
  }

  Optional<XmlElement> bpmnChild(String wantedName) {
    return child(Namespaces.BPMN, wantedName);
  }

  Optional<XmlElement> apexChild(String wantedName) {
    return child(Namespaces.APEX, wantedName);
  }

  Stream<XmlElement> children(String wantedNamespace, String wantedName) {
    return children.stream().filter(child -> child.is(wantedNamespace, wantedName));
  }

  /** The text of a child of the Flows for APEX namespace as written; absent when it is empty. */
  Optional<String> apexText(String wantedName) {
    return apexChild(wantedName).map(XmlElement::text).filter(text -> !text.isEmpty());
  }

  /** As {@link #apexText}, without white space at its ends; absent when it is blank. */
  Optional<String> apexWord(String wantedName) {
    return apexText(wantedName).map(String::strip).filter(word -> !word.isEmpty());
  }

  /** Whether a child of the Flows for APEX namespace says {@code true}. */
  boolean apexFlag(String wantedName) {
    return apexWord(wantedName).filter("true"::equalsIgnoreCase).isPresent();
  }

  Optional<String> id() {
    return attribute("id");
  }

  /** Name with its usual prefix, such as {@code bpmn:userTask}, whatever prefix the text uses. */
  String tag() {
    return switch (namespace) {
      case Namespaces.BPMN -> "bpmn:" + name;
      case Namespaces.APEX -> "apex:" + name;
      default -> name;
    };
  }
}
