package flows4ee.engine.state;

/** Status of one round of an iteration. */
public enum IterationStatus {
  NOT_STARTED("notStarted"),
  RUNNING("running"),
  COMPLETED("completed"),
  TERMINATED("terminated");

  private final String literal;

  IterationStatus(String literal) {
    this.literal = literal;
  }

  /** The stored and shown form. */
  public String literal() {
    return literal;
  }

  /** Reads the stored form; an unknown literal is a fault of the database. */
  public static IterationStatus of(String literal) {
    for (var value : values()) {
      if (value.literal.equals(literal)) {
        return value;
      }
    }
    throw new IllegalArgumentException("IterationStatus " + literal);
  }
}
