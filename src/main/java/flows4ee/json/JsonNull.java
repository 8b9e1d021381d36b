package flows4ee.json;

/** The literal {@code null}. */
public enum JsonNull implements JsonValue {
  /** The only one. */
  NULL;

  @Override
  public String typeName() {
    return "null";
  }
}
