package flows4ee.json;

/** The literals {@code true} and {@code false}. */
public enum JsonBoolean implements JsonValue {
  /** {@code false}. */
  FALSE,
  /** {@code true}. */
  TRUE;

  /** The Java value. */
  public boolean isTrue() {
    return this == TRUE;
  }

  @Override
  public String typeName() {
    return "boolean";
  }
}
