/**
 * Variable expressions, conditions, settings, scripts and substitution: everything a diagram says
 * in a language. Evaluation is bounded and reaches nothing but its {@code ExpressionScope} and the
 * restricted data source. Called by the step loop and the behaviors.
 */
package flows4ee.engine.expression;
