package flows4ee.engine.model;

/** Where an element stands in the XML text: line and column, 1-based; 0 when unknown. */
public record Location(int line, int column) {

  public static final Location UNKNOWN = new Location(0, 0);
}
