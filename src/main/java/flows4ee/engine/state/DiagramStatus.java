package flows4ee.engine.state;

/** Life cycle of a diagram version. */
public enum DiagramStatus {
  DRAFT("draft"),
  RELEASED("released"),
  DEPRECATED("deprecated"),
  ARCHIVED("archived");

  private final String literal;

  DiagramStatus(String literal) {
    this.literal = literal;
  }

  /** The stored and shown form. */
  public String literal() {
    return literal;
  }

  /** Reads the stored form; an unknown literal is a fault of the database. */
  public static DiagramStatus of(String literal) {
    for (var value : values()) {
      if (value.literal.equals(literal)) {
        return value;
      }
    }
    throw new IllegalArgumentException("DiagramStatus " + literal);
  }

  /** Whether new instances may be created from a diagram in this status. */
  public boolean isStartable() {
    return this == DRAFT || this == RELEASED;
  }

  /** Whether the life cycle knows a step from this status to that one. */
  public boolean canBecome(DiagramStatus next) {
    return switch (this) {
      case DRAFT -> next == RELEASED || next == ARCHIVED;
      case RELEASED -> next == DEPRECATED || next == ARCHIVED;
      case DEPRECATED -> next == RELEASED || next == ARCHIVED;
      case ARCHIVED -> next == DEPRECATED;
    };
  }
}
