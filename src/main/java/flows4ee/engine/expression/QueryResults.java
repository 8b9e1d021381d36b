package flows4ee.engine.expression;

import flows4ee.engine.error.EngineMessage;
import flows4ee.engine.error.StepFailedException;
import flows4ee.engine.model.VariableType;
import flows4ee.engine.model.VariableValue;
import flows4ee.engine.variable.VariablesJson;
import flows4ee.json.JsonArray;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Results of queries as values. NULL when there is no row. */
final class QueryResults {

  private final Evaluator evaluator;

  QueryResults(Evaluator evaluator) {
    this.evaluator = evaluator;
  }

  /**
   * One column of at most one row; a text that does not fit the type is NULL.
   *
   * @throws StepFailedException when there is more
   */
  VariableValue single(VariableType type, String text, ExpressionScope scope) {
    var rows = rows(text, scope);
    if (rows.size() > 1) {
      throw new StepFailedException(EngineMessage.SQL_TOO_MANY_ROWS);
    }
    return rows.isEmpty()
        ? new VariableValue(type, null)
        : converted(type, onlyColumn(rows.get(0)).content());
  }

  private static VariableValue converted(VariableType type, Object value) {
    try {
      return Conversions.raw(type, value);
    } catch (EvaluationException e) {
      if (value instanceof String && type != VariableType.VARCHAR2) {
        return new VariableValue(type, null);
      }
      throw e;
    }
  }

  /**
   * One column of all rows, joined by colons; NULLs are left out.
   *
   * @throws StepFailedException when there are more columns
   */
  String list(String text, ExpressionScope scope) {
    return rows(text, scope).stream()
        .map(QueryResults::onlyColumn)
        .filter(value -> !value.isNull())
        .map(value -> Values.text(value.content()))
        .collect(Collectors.collectingAndThen(Collectors.joining(":"), Values::text));
  }

  /** All rows as JSON array of objects, with the columns by the names of the database. */
  String array(String text, ExpressionScope scope) {
    var objects = rows(text, scope).stream().map(VariablesJson::toObject).toList();
    return new JsonArray(List.copyOf(objects)).toJson();
  }

  private List<Map<String, VariableValue>> rows(String text, ExpressionScope scope) {
    return text.isBlank() ? List.of() : evaluator.query(text, scope);
  }

  private static VariableValue onlyColumn(Map<String, VariableValue> row) {
    if (row.size() != 1) {
      throw new StepFailedException(EngineMessage.SQL_TOO_MANY_VALUES);
    }
    return row.values().iterator().next();
  }
}
