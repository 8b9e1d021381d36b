package flows4ee.engine.parser;

import flows4ee.engine.model.Location;
import java.io.StringReader;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;

/**
 * Reads untrusted XML into elements; the only place of the product that makes an XML parser.
 *
 * <p>A document type declaration is refused before the parser sees it, so there are no entities to
 * expand and nothing to fetch. Schema locations, inclusions and style sheets are plain content.
 * {@link XmlLimits} bound what is read. Failures are {@link ModelException}s in our own words: the
 * parser's texts may repeat what it read. The parser is the one of the JDK even where a server
 * brings another.
 */
final class SafeXml {

  private static final String ATTRIBUTE_LIMIT = "jdk.xml.elementAttributeLimit";
  private static final String DEPTH_LIMIT = "jdk.xml.maxElementDepth";
  private static final String JDK_LIMIT = "JAXP0001";
  private static final String JDK_ATTRIBUTE_LIMIT = "JAXP00010002";

  private SafeXml() {}

  /** Reads UTF-8 or UTF-16, known by byte order mark or declaration. */
  static XmlElement read(byte[] xml) {
    return read(XmlText.decode(xml), XmlLimits.DEFAULT);
  }

  /** Reads text that is decoded already; an encoding it declares means nothing. */
  static XmlElement read(String xml) {
    return read(XmlText.withoutMark(xml), XmlLimits.DEFAULT);
  }

  static XmlElement read(String xml, XmlLimits limits) {
    var prolog = new TagLocator(xml);
    if (prolog.isAtDeclaration()) {
      throw ModelException.of(ProblemText.DOCTYPE, prolog.next());
    }
    try {
      return build(xml, limits);
    } catch (XMLStreamException unreadable) {
      throw ModelException.of(ProblemText.NOT_WELL_FORMED, Location.UNKNOWN);
    }
  }

  private static XmlElement build(String xml, XmlLimits limits) throws XMLStreamException {
    var reader = newFactory(limits).createXMLStreamReader(new StringReader(xml));
    var builder = new XmlTreeBuilder(reader, new TagLocator(xml), limits);
    try {
      return builder.build();
    } catch (XMLStreamException malformed) {
      throw builder.refusal(sentence(malformed, limits), locationOf(malformed));
    } finally {
      reader.close();
    }
  }

  private static XMLInputFactory newFactory(XmlLimits limits) {
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
    factory.setProperty(XMLInputFactory.IS_VALIDATING, false);
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("external entity");
        });
    setIfKnown(factory, ATTRIBUTE_LIMIT, limits.attributes() + 1);
    setIfKnown(factory, DEPTH_LIMIT, limits.depth() + 1);
    return factory;
  }

  /** Newer JDKs bring limits of their own that are lower than ours. */
  private static void setIfKnown(XMLInputFactory factory, String property, int value) {
    if (factory.isPropertySupported(property)) {
      factory.setProperty(property, String.valueOf(value));
    }
  }

  private static String sentence(XMLStreamException malformed, XmlLimits limits) {
    String message = String.valueOf(malformed.getMessage());
    if (message.contains(JDK_ATTRIBUTE_LIMIT)) {
      return ProblemText.LIMIT_ATTRIBUTES.with(limits.attributes());
    }
    return message.contains(JDK_LIMIT)
        ? ProblemText.LIMIT_PARSER.with()
        : ProblemText.NOT_WELL_FORMED.with();
  }

  private static Location locationOf(XMLStreamException malformed) {
    var location = malformed.getLocation();
    if (location == null || location.getLineNumber() < 1) {
      return Location.UNKNOWN;
    }
    return new Location(location.getLineNumber(), Math.max(0, location.getColumnNumber()));
  }
}
