package flows4ee.engine;

/** A message from outside; key and value both null address a message start event. */
public record IncomingMessage(String name, String key, String value, String payload) {}
