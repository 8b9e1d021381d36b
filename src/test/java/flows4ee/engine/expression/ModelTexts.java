package flows4ee.engine.expression;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Every text of the test diagrams that is evaluated, with where it stands. */
public final class ModelTexts {

  private static final String APEX = "https://flowsforapex.org";
  private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";

  private ModelTexts() {}

  /**
   * A text.
   *
   * @param file the diagram
   * @param place element name, or variable name of an assignment
   * @param type expression type, condition language, {@code script}, or the timer element
   * @param dataType of an assignment, else empty
   */
  public record Text(String file, String place, String type, String dataType, String text) {}

  public static List<Text> all() {
    try (var files = Files.walk(Path.of("src/test/resources/models"))) {
      return files
          .filter(file -> file.toString().endsWith(".bpmn"))
          .sorted()
          .flatMap(file -> of(file).stream())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static List<Text> of(Path file) {
    var texts = new ArrayList<Text>();
    NodeList elements = elements(file);
    for (int i = 0; i < elements.getLength(); i++) {
      of(file.getFileName().toString(), (Element) elements.item(i)).ifPresent(texts::add);
    }
    return texts;
  }

  private static Optional<Text> of(String file, Element element) {
    String name = element.getLocalName();
    if (child(element, "varExpressionType").isPresent()) {
      return Optional.of(
          new Text(
              file,
              child(element, "varName").orElse(""),
              child(element, "varExpressionType").orElse(""),
              child(element, "varDataType").orElse(""),
              child(element, "varExpression").orElse("")));
    }
    if (child(element, "expressionType").isPresent()) {
      return Optional.of(
          new Text(
              file,
              name,
              child(element, "expressionType").orElse(""),
              "",
              child(element, "expression").orElse("")));
    }
    boolean isBpmn = BPMN.equals(element.getNamespaceURI());
    return switch (name) {
      case "conditionExpression" ->
          Optional.of(
              new Text(file, name, element.getAttribute("language"), "", element.getTextContent()));
      case "plsqlCode" -> Optional.of(new Text(file, name, "script", "", element.getTextContent()));
      case "timeDate", "timeDuration", "timeCycle" ->
          isBpmn
              ? Optional.of(new Text(file, name, name, "", element.getTextContent()))
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static Optional<String> child(Element element, String name) {
    for (var node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (name.equals(node.getLocalName()) && APEX.equals(node.getNamespaceURI())) {
        return Optional.of(node.getTextContent());
      }
    }
    return Optional.empty();
  }

  private static NodeList elements(Path file) {
    try {
      var factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return factory.newDocumentBuilder().parse(file.toFile()).getElementsByTagNameNS("*", "*");
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new IllegalStateException(file.toString(), e);
    }
  }
}
