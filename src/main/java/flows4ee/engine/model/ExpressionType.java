package flows4ee.engine.model;

/** How the text of an expression or setting is evaluated, with its literal in the diagram. */
public enum ExpressionType {
  STATIC("static"),
  PROCESS_VARIABLE("processVariable"),
  PROCESS_VARIABLE_LIST("processVariableList"),
  PROCESS_VARIABLE_ARRAY("processVariableArray"),
  SQL_QUERY_SINGLE("sqlQuerySingle"),
  SQL_QUERY_LIST("sqlQueryList"),
  SQL_QUERY_ARRAY("sqlQueryArray"),
  PLSQL_EXPRESSION("plsqlExpression"),
  PLSQL_FUNCTION_BODY("plsqlFunctionBody"),
  PLSQL_RAW_EXPRESSION("plsqlRawExpression"),
  PLSQL_RAW_FUNCTION_BODY("plsqlRawFunctionBody"),
  FEEL_EXPRESSION("feelExpression"),
  INTERVAL("interval"),
  ORACLE_SCHEDULER("oracleScheduler"),
  /** Any other literal: fails when it is evaluated, not when the diagram is read. */
  UNKNOWN("unknown");

  private final String literal;

  ExpressionType(String literal) {
    this.literal = literal;
  }

  public String literal() {
    return literal;
  }

  /** Reads the literal of a diagram; anything not known is {@link #UNKNOWN}. */
  public static ExpressionType of(String literal) {
    for (var type : values()) {
      if (type.literal.equalsIgnoreCase(literal)) {
        return type;
      }
    }
    return UNKNOWN;
  }
}
