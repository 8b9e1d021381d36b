package flows4ee.engine.model;

import java.math.BigDecimal;

/**
 * One assignment of an expression set ({@code apex:processVariable}).
 *
 * @param sequence position within its set, ascending
 * @param variableName at most 50 characters
 * @param expression the text, empty for null
 */
public record VariableExpression(
    BigDecimal sequence,
    String variableName,
    VariableType variableType,
    ExpressionType type,
    String expression) {}
