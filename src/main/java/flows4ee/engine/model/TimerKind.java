package flows4ee.engine.model;

/** The forms of a timer definition, with the literal used in messages. */
public enum TimerKind {
  DATE("bpmn:timeDate"),
  DURATION("bpmn:timeDuration"),
  CYCLE("bpmn:timeCycle"),
  ORACLE_DATE("oracleDate"),
  ORACLE_DURATION("oracleDuration"),
  ORACLE_CYCLE("oracleCycle"),
  /** The definition names no form at all. */
  MISSING("");

  private final String literal;

  TimerKind(String literal) {
    this.literal = literal;
  }

  public String literal() {
    return literal;
  }
}
