package flows4ee.engine.state;

/** Status of a timer. */
public enum TimerStatus {
  CREATED("C"),
  ACTIVE("A"),
  ENDED("E"),
  EXPIRED("X"),
  TERMINATED("T"),
  BROKEN("B"),
  SUSPENDED("S");

  private final String literal;

  TimerStatus(String literal) {
    this.literal = literal;
  }

  /** The stored and shown form. */
  public String literal() {
    return literal;
  }

  /** Reads the stored form; an unknown literal is a fault of the database. */
  public static TimerStatus of(String literal) {
    for (var value : values()) {
      if (value.literal.equals(literal)) {
        return value;
      }
    }
    throw new IllegalArgumentException("TimerStatus " + literal);
  }
}
