package flows4ee.engine.parser;

import flows4ee.engine.model.Location;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Rewrites diagrams of other tools and of Flows for APEX before release 22 to the vocabulary of
 * today: the namespace bound to the prefix {@code apex}, and what once stood directly in user,
 * script and service tasks.
 */
final class FormerExtensions {

  private static final String PRODUCT = "Flows for APEX";
  private static final int FIRST_CURRENT_RELEASE = 22;

  private static final Map<String, String> PAGE_PARTS =
      Map.of(
          "apex-application", "applicationId",
          "apex-page", "pageId",
          "apex-request", "request",
          "apex-cache", "cache");
  private static final Set<String> SCRIPT_PARTS = Set.of("engine", "plsqlCode", "autoBinds");
  private static final String ITEM_NAMES = "apex-item";
  private static final String ITEM_VALUES = "apex-value";

  private final Set<String> formerNamespaces = new HashSet<>();

  private FormerExtensions(XmlElement root) {
    formerNamespaces.add(Namespaces.APEX_FORMER);
    Optional.ofNullable(root.prefixes().get("apex")).ifPresent(formerNamespaces::add);
  }

  /** The same definitions in the vocabulary of today. */
  static XmlElement modernize(XmlElement root) {
    return isCurrent(root) ? root : new FormerExtensions(root).rewrite(root);
  }

  private static boolean isCurrent(XmlElement root) {
    return root.attribute("exporter").filter(PRODUCT::equals).isPresent()
        && root.attribute("exporterVersion").filter(FormerExtensions::isCurrentVersion).isPresent();
  }

  private static boolean isCurrentVersion(String version) {
    String major = version.strip().split("\\.", 2)[0];
    return major.matches("\\d{1,6}") && Integer.parseInt(major) >= FIRST_CURRENT_RELEASE;
  }

  private XmlElement rewrite(XmlElement xml) {
    var renamed =
        new XmlElement(
            today(xml.namespace()),
            xml.name(),
            xml.attributes().stream().map(this::rewrite).toList(),
            xml.prefixes(),
            xml.children().stream().map(this::rewrite).toList(),
            xml.text(),
            xml.location());
    return renamed.isBpmn() ? withContainer(renamed) : renamed;
  }

  private XmlElement.Attribute rewrite(XmlElement.Attribute attribute) {
    return new XmlElement.Attribute(
        today(attribute.namespace()), attribute.name(), attribute.value());
  }

  private String today(String namespace) {
    return formerNamespaces.contains(namespace) ? Namespaces.APEX : namespace;
  }

  private static XmlElement withContainer(XmlElement task) {
    return switch (task.name()) {
      case "userTask" -> page(task).map(page -> add(task, page)).orElse(task);
      case "scriptTask", "serviceTask" ->
          script(task).map(script -> add(task, script)).orElse(task);
      default -> task;
    };
  }

  private static Optional<XmlElement> page(XmlElement task) {
    var parts = new ArrayList<XmlElement>();
    parts(task)
        .filter(part -> PAGE_PARTS.containsKey(part.name()))
        .forEach(part -> parts.add(apex(PAGE_PARTS.get(part.name()), part.text(), List.of())));
    var items = items(words(task, ITEM_NAMES), words(task, ITEM_VALUES));
    if (!items.isEmpty()) {
      parts.add(apex("pageItems", "", items));
    }
    return parts.isEmpty() ? Optional.empty() : Optional.of(apex("apexPage", "", parts));
  }

  /** Names and values pair by position; a name without value has an empty one. */
  private static List<XmlElement> items(List<String> names, List<String> values) {
    var items = new ArrayList<XmlElement>();
    for (int i = 0; i < names.size(); i++) {
      var name = apex("itemName", names.get(i), List.of());
      var value = apex("itemValue", i < values.size() ? values.get(i) : "", List.of());
      items.add(apex("pageItem", "", List.of(name, value)));
    }
    return items;
  }

  private static List<String> words(XmlElement task, String name) {
    return parts(task)
        .filter(part -> part.name().equals(name) && !part.text().isBlank())
        .findFirst()
        .map(part -> Stream.of(part.text().split(",", -1)).map(String::strip).toList())
        .orElse(List.of());
  }

  private static Optional<XmlElement> script(XmlElement task) {
    var parts = parts(task).filter(part -> SCRIPT_PARTS.contains(part.name())).toList();
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of(apex(ProgramParser.EXECUTE_PLSQL, "", parts));
  }

  /** What stands directly in the task or in its extension elements. */
  private static Stream<XmlElement> parts(XmlElement task) {
    return Stream.concat(task.children().stream(), Extensions.of(task).children().stream())
        .filter(child -> child.namespace().equals(Namespaces.APEX));
  }

  private static XmlElement add(XmlElement task, XmlElement container) {
    var extensions = Extensions.of(task);
    var inside = new ArrayList<>(extensions.children());
    inside.add(container);
    var children = new ArrayList<>(task.children());
    children.remove(extensions);
    children.add(
        0,
        new XmlElement(
            Namespaces.BPMN, extensions.name(), List.of(), Map.of(), inside, "", task.location()));
    var attributes = new ArrayList<>(task.attributes());
    if (task.apexAttribute("type").isEmpty()) {
      attributes.add(new XmlElement.Attribute(Namespaces.APEX, "type", container.name()));
    }
    return new XmlElement(
        task.namespace(),
        task.name(),
        attributes,
        task.prefixes(),
        children,
        task.text(),
        task.location());
  }

  private static XmlElement apex(String name, String text, List<XmlElement> children) {
    return new XmlElement(
        Namespaces.APEX, name, List.of(), Map.of(), children, text, Location.UNKNOWN);
  }
}
