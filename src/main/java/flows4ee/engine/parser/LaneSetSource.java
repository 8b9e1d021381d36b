package flows4ee.engine.parser;

/** A lane set as it stands in the text, with the id of what it divides. */
record LaneSetSource(XmlElement xml, String parentId) {}
