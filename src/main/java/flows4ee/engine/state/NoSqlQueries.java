package flows4ee.engine.state;

import flows4ee.engine.model.VariableValue;
import java.util.List;
import java.util.Map;

/** Refuses every query. */
final class NoSqlQueries implements SqlQueries {

  @Override
  public List<Map<String, VariableValue>> query(String sql, Map<String, VariableValue> binds) {
    throw refusal();
  }

  @Override
  public List<QueriedFile> files(String sql, Map<String, VariableValue> binds) {
    throw refusal();
  }

  private static QueryFailedException refusal() {
    return new QueryFailedException("No data source for queries is configured.");
  }
}
