package flows4ee.engine.parser;

/**
 * How much XML a diagram may hold.
 *
 * @param depth open elements at once
 * @param attributes attributes and namespace declarations of one element
 * @param attributeLength characters of one attribute
 * @param textLength characters of the text of one element; script bodies are exempt
 * @param elements elements of the whole text
 * @param namespaces different namespace declarations of the whole text
 */
record XmlLimits(
    int depth, int attributes, int attributeLength, int textLength, int elements, int namespaces) {

  static final XmlLimits DEFAULT = new XmlLimits(256, 1_000, 65_536, 1_048_576, 50_000, 500);
}
