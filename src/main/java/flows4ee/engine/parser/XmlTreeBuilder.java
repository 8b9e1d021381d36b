package flows4ee.engine.parser;

import flows4ee.engine.model.Location;
import flows4ee.engine.model.ModelProblem;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Builds the elements of one XML text from its events and holds {@link XmlLimits} against them. The
 * diagram interchange (shapes and edges) is read but not kept.
 */
final class XmlTreeBuilder {

  private final XMLStreamReader reader;
  private final TagLocator locator;
  private final XmlLimits limits;
  private final Deque<OpenElement> open = new ArrayDeque<>();
  private final Set<String> namespaces = new HashSet<>();
  private int elements;
  private XmlElement root;

  XmlTreeBuilder(XMLStreamReader reader, TagLocator locator, XmlLimits limits) {
    this.reader = reader;
    this.locator = locator;
    this.limits = limits;
  }

  /** Reads to the end of the text and returns its root element. */
  XmlElement build() throws XMLStreamException {
    if (reader.getVersion() != null && !reader.getVersion().equals("1.0")) {
      throw ModelException.of(ProblemText.XML_VERSION, new Location(1, 1));
    }
    while (reader.hasNext()) {
      handle(reader.next());
    }
    return root;
  }

  /** A refusal at a place of the text, naming the element that is open there. */
  ModelException refusal(String sentence, Location location) {
    var inside = open.isEmpty() ? null : open.peek().close();
    return new ModelException(
        List.of(
            new ModelProblem(
                ModelProblem.BPMN_ERROR,
                sentence,
                Optional.ofNullable(inside).flatMap(XmlElement::id),
                Optional.ofNullable(inside).map(XmlElement::tag),
                location)));
  }

  private void handle(int event) {
    switch (event) {
      case XMLStreamConstants.START_ELEMENT -> start();
      case XMLStreamConstants.END_ELEMENT -> end();
      case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
          text();
      case XMLStreamConstants.DTD -> throw refusal(ProblemText.DOCTYPE.with(), here());
      case XMLStreamConstants.ENTITY_REFERENCE -> throw refusal(ProblemText.ENTITY.with(), here());
      default -> {
        // comments and processing instructions carry nothing
      }
    }
  }

  private void start() {
    var element =
        new OpenElement(
            namespaceOf(reader.getNamespaceURI()), reader.getLocalName(), locator.next());
    checkLimits(element);
    element.prefixes = prefixes(element);
    element.attributes = attributes(element);
    open.push(element);
  }

  private void checkLimits(OpenElement element) {
    if (++elements > limits.elements()) {
      throw exceeded(ProblemText.LIMIT_ELEMENTS, element, limits.elements());
    }
    if (open.size() >= limits.depth()) {
      throw exceeded(ProblemText.LIMIT_DEPTH, element, limits.depth());
    }
    if (reader.getAttributeCount() + reader.getNamespaceCount() > limits.attributes()) {
      throw exceeded(ProblemText.LIMIT_ATTRIBUTES, element, limits.attributes());
    }
  }

  private Map<String, String> prefixes(OpenElement element) {
    if (reader.getNamespaceCount() == 0) {
      return Map.of();
    }
    var prefixes = new HashMap<String, String>();
    for (int i = 0; i < reader.getNamespaceCount(); i++) {
      String prefix = namespaceOf(reader.getNamespacePrefix(i));
      prefixes.put(prefix, namespaceOf(reader.getNamespaceURI(i)));
      namespaces.add(prefix + '=' + prefixes.get(prefix));
    }
    if (namespaces.size() > limits.namespaces()) {
      throw exceeded(ProblemText.LIMIT_NAMESPACES, element, limits.namespaces());
    }
    return prefixes;
  }

  private List<XmlElement.Attribute> attributes(OpenElement element) {
    var attributes = new ArrayList<XmlElement.Attribute>(reader.getAttributeCount());
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      String value = reader.getAttributeValue(i);
      if (value.length() > limits.attributeLength()) {
        throw exceeded(ProblemText.LIMIT_ATTRIBUTE_LENGTH, element, limits.attributeLength());
      }
      attributes.add(
          new XmlElement.Attribute(
              namespaceOf(reader.getAttributeNamespace(i)),
              reader.getAttributeLocalName(i),
              value));
    }
    return attributes;
  }

  private void text() {
    var element = open.peek();
    if (element == null) {
      return;
    }
    element.text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
    if (element.text.length() > limits.textLength() && !element.isScript()) {
      throw exceeded(ProblemText.LIMIT_TEXT_LENGTH, element, limits.textLength());
    }
  }

  private void end() {
    var element = open.pop().close();
    if (open.isEmpty()) {
      root = element;
    } else if (!element.namespace().equals(Namespaces.BPMN_DI)) {
      open.peek().children.add(element);
    }
  }

  private Location here() {
    return new Location(
        Math.max(0, reader.getLocation().getLineNumber()),
        Math.max(0, reader.getLocation().getColumnNumber()));
  }

  private static ModelException exceeded(ProblemText text, OpenElement element, int limit) {
    return ModelException.of(text, element.close(), limit);
  }

  private static String namespaceOf(String uri) {
    return uri == null ? "" : uri;
  }

  /** An element whose end tag has not come yet. */
  private static final class OpenElement {

    final String namespace;
    final String name;
    final Location location;
    final StringBuilder text = new StringBuilder(0);
    final List<XmlElement> children = new ArrayList<>();
    List<XmlElement.Attribute> attributes = List.of();
    Map<String, String> prefixes = Map.of();

    OpenElement(String namespace, String name, Location location) {
      this.namespace = namespace;
      this.name = name;
      this.location = location;
    }

    boolean isScript() {
      return name.equals("plsqlCode");
    }

    XmlElement close() {
      boolean isLayout = !children.isEmpty() && text.toString().isBlank();
      return new XmlElement(
          namespace,
          name,
          attributes,
          prefixes,
          children,
          isLayout ? "" : text.toString(),
          location);
    }
  }
}
