package flows4ee.engine.state;

/** Status of a process instance. */
public enum ProcessStatus {
  CREATED("created"),
  RUNNING("running"),
  SUSPENDED("suspended"),
  COMPLETED("completed"),
  TERMINATED("terminated"),
  ERROR("error");

  private final String literal;

  ProcessStatus(String literal) {
    this.literal = literal;
  }

  /** The stored and shown form. */
  public String literal() {
    return literal;
  }

  /** Reads the stored form; an unknown literal is a fault of the database. */
  public static ProcessStatus of(String literal) {
    for (var value : values()) {
      if (value.literal.equals(literal)) {
        return value;
      }
    }
    throw new IllegalArgumentException("ProcessStatus " + literal);
  }

  /** Whether the instance has ended. */
  public boolean isEnded() {
    return this == COMPLETED || this == TERMINATED;
  }
}
