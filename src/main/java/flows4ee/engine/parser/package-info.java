/**
 * Reads BPMN XML into the compiled model, once per diagram content, and finds every error of a
 * diagram. The engine's use cases call {@link flows4ee.engine.parser.DiagramParser}; nothing else
 * in the product reads XML.
 */
package flows4ee.engine.parser;
