package flows4ee.engine.model;

/**
 * A boolean expression on a sequence flow or a completion condition.
 *
 * @param language as written: {@code plsqlExpression}, {@code plsqlFunctionBody}, {@code feel}; any
 *     other counts as false
 */
public record Condition(String language, String text) {}
