package flows4ee.engine.model;

import java.util.Optional;

/** The six types of a process variable, with the literal that is stored and shown. */
public enum VariableType {
  VARCHAR2("VARCHAR2"),
  NUMBER("NUMBER"),
  DATE("DATE"),
  TIMESTAMP_WITH_TIME_ZONE("TIMESTAMP WITH TIME ZONE"),
  CLOB("CLOB"),
  JSON("JSON");

  private final String literal;

  VariableType(String literal) {
    this.literal = literal;
  }

  /** The stored and shown form, such as {@code TIMESTAMP WITH TIME ZONE}. */
  public String literal() {
    return literal;
  }

  /** Reads a type in its shown form or, as in diagrams, with underscores; any case. */
  public static Optional<VariableType> of(String literal) {
    for (var type : values()) {
      if (type.literal.equalsIgnoreCase(literal) || type.name().equalsIgnoreCase(literal)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}
