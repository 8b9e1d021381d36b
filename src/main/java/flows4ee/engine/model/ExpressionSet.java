package flows4ee.engine.model;

/** The places of an element where variable expressions may stand, with their XML names. */
public enum ExpressionSet {
  BEFORE_TASK("beforeTask"),
  AFTER_TASK("afterTask"),
  BEFORE_SPLIT("beforeSplit"),
  AFTER_MERGE("afterMerge"),
  BEFORE_EVENT("beforeEvent"),
  ON_EVENT("onEvent"),
  IN_VARIABLES("inVariables"),
  OUT_VARIABLES("outVariables");

  private final String literal;

  ExpressionSet(String literal) {
    this.literal = literal;
  }

  public String literal() {
    return literal;
  }
}
