package flows4ee.engine.parser;

/** A flow node as it stands in the text, with the id of the process or sub-process around it. */
record NodeSource(XmlElement xml, String containerId) {}
