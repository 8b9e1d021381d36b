package flows4ee.engine.expression;

import flows4ee.engine.error.EngineMessage;
import flows4ee.engine.error.StepFailedException;
import flows4ee.engine.expression.Frame.Access;
import flows4ee.engine.model.ExpressionSet;
import flows4ee.engine.model.VariableExpression;
import flows4ee.engine.model.VariableType;
import flows4ee.engine.model.VariableValue;
import flows4ee.engine.state.QueryFailedException;
import flows4ee.engine.variable.VariableFormats;
import java.util.List;
import java.util.function.BiConsumer;

/** Runs the assignments of an expression set ({@code apex:beforeTask} and the like). */
public final class VariableExpressions {

  private final Evaluator evaluator;
  private final QueryResults queries;

  public VariableExpressions(Evaluator evaluator) {
    this.evaluator = evaluator;
    this.queries = new QueryResults(evaluator);
  }

  /**
   * Evaluates the assignments in their order and hands each result to the writer before the next
   * one is evaluated.
   *
   * @param scope what the expressions read
   * @param writer takes variable name and value, which replaces type and value
   * @throws StepFailedException when one cannot be evaluated
   */
  public void run(
      ExpressionSet set,
      List<VariableExpression> expressions,
      ExpressionScope scope,
      BiConsumer<String, VariableValue> writer) {
    for (var expression : expressions) {
      writer.accept(expression.variableName(), value(set, expression, scope));
    }
  }

  private VariableValue value(
      ExpressionSet set, VariableExpression expression, ExpressionScope scope) {
    var type = expression.variableType();
    String text = expression.expression();
    try {
      return switch (expression.type()) {
        case STATIC -> fixed(set, expression, scope);
        case PROCESS_VARIABLE -> copy(type, text, scope);
        case SQL_QUERY_SINGLE -> queries.single(type, text, scope);
        case SQL_QUERY_LIST -> Conversions.raw(type, queries.list(text, scope));
        case SQL_QUERY_ARRAY -> Conversions.raw(type, queries.array(text, scope));
        case PLSQL_EXPRESSION, PLSQL_FUNCTION_BODY ->
            Conversions.legacy(type, evaluated(expression, scope));
        case PLSQL_RAW_EXPRESSION, PLSQL_RAW_FUNCTION_BODY, FEEL_EXPRESSION ->
            Conversions.raw(type, evaluated(expression, scope));
        default -> throw new EvaluationException("the type of the expression has no place here");
      };
    } catch (EvaluationException | QueryFailedException e) {
      throw failure(e, set, expression, scope);
    }
  }

  private Object evaluated(VariableExpression expression, ExpressionScope scope) {
    String text = expression.expression();
    return text.isBlank() ? null : evaluator.evaluate(expression.type(), text, scope, Access.TYPED);
  }

  private static VariableValue copy(VariableType type, String name, ExpressionScope scope) {
    return Binds.find(name.strip(), scope)
        .filter(value -> value.type() == type)
        .orElse(new VariableValue(type, null));
  }

  private static VariableValue fixed(
      ExpressionSet set, VariableExpression expression, ExpressionScope scope) {
    String text = Substitution.inShortText(expression.expression(), scope);
    return VariableFormats.fromText(expression.variableType(), text)
        .orElseThrow(() -> badText(set, expression, scope));
  }

  private static StepFailedException badText(
      ExpressionSet set, VariableExpression expression, ExpressionScope scope) {
    return switch (expression.variableType()) {
      case DATE, TIMESTAMP_WITH_TIME_ZONE ->
          new StepFailedException(
              EngineMessage.EXPRESSION_DATE_FORMAT,
              subflow(scope),
              expression.variableName(),
              set.literal());
      case JSON ->
          new StepFailedException(
              EngineMessage.EXPRESSION_JSON_FORMAT,
              subflow(scope),
              expression.variableName(),
              set.literal());
      case VARCHAR2, NUMBER, CLOB ->
          new StepFailedException(
              EngineMessage.EXPRESSION_STATIC,
              scope.processId(),
              expression.variableName(),
              set.literal());
    };
  }

  private static StepFailedException failure(
      RuntimeException cause,
      ExpressionSet set,
      VariableExpression expression,
      ExpressionScope scope) {
    String variable = expression.variableName();
    return switch (expression.type()) {
      case SQL_QUERY_SINGLE, SQL_QUERY_LIST, SQL_QUERY_ARRAY ->
          new StepFailedException(
              cause, EngineMessage.EXPRESSION_SQL, subflow(scope), variable, set.literal());
      case PLSQL_EXPRESSION,
          PLSQL_FUNCTION_BODY,
          PLSQL_RAW_EXPRESSION,
          PLSQL_RAW_FUNCTION_BODY,
          FEEL_EXPRESSION ->
          new StepFailedException(
              cause, EngineMessage.EXPRESSION_PLSQL, subflow(scope), variable, set.literal());
      default ->
          new StepFailedException(
              cause, EngineMessage.EXPRESSION_STATIC, scope.processId(), variable, set.literal());
    };
  }

  private static String subflow(ExpressionScope scope) {
    return scope.subflowId().isPresent() ? Long.toString(scope.subflowId().getAsLong()) : "";
  }
}
