package flows4ee.persistence;

import flows4ee.engine.Page;
import flows4ee.engine.PageRequest;
import flows4ee.engine.VariableView;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads process variables. */
final class SqlVariableQuery {

  private static final String SELECT =
      """
      select prov_prcs_id, prov_scope, prov_name_uc as name, prov_var_name,
             prov_var_type as var_type, prov_var_vc2 as var_vc2, prov_var_num as var_num,
             prov_var_date as var_date, prov_var_tstz as var_tstz, prov_var_zone as var_zone,
             prov_var_clob as var_clob, prov_var_json as var_json""";

  private static final SqlColumn NAME = SqlColumn.text("name", "prov_name_uc");

  /** The name is unique within a scope. */
  private static final SqlList<VariableView> OF_SCOPE =
      new SqlList<>(
          SELECT,
          "flow_process_variables",
          List.of(),
          List.of(),
          List.of(NAME),
          SqlVariableQuery::view);

  private SqlVariableQuery() {}

  static Page<VariableView> find(
      Connection connection, long processId, long scope, Optional<String> name, PageRequest page)
      throws SQLException {
    SqlFilter filter =
        new SqlFilter().and("prov_prcs_id = ?", processId).and("prov_scope = ?", scope);
    name.ifPresent(text -> filter.and("prov_name_uc = upper(?)", text));
    return OF_SCOPE.page(connection, filter, page);
  }

  /** The variables of several instances by instance id, in order of scope and upper-cased name. */
  static Map<Long, List<VariableView>> findOf(Connection connection, Collection<Long> processIds)
      throws SQLException {
    Map<Long, List<VariableView>> variables = new HashMap<>();
    if (processIds.isEmpty()) {
      return variables;
    }
    ofInstances(processIds)
        .find(connection)
        .forEach(
            found ->
                variables
                    .computeIfAbsent(found.processId(), id -> new ArrayList<>())
                    .add(found.variable()));
    return variables;
  }

  /** A variable and its instance. */
  record Owned(long processId, VariableView variable) {}

  /** The variables of instances, in order of instance, scope and upper-cased name. */
  static Query<Owned> ofInstances(Collection<Long> processIds) {
    SqlFilter filter = new SqlFilter().anyOf("prov_prcs_id", processIds);
    String sql =
        SELECT
            + "\n  from flow_process_variables"
            + filter.where()
            + "\n order by prov_prcs_id, prov_scope, prov_name_uc";
    return new Query<>(
        sql, filter.parameters(), row -> new Owned(row.getLong("prov_prcs_id"), view(row)));
  }

  private static VariableView view(ResultSet row) throws SQLException {
    return new VariableView(
        row.getLong("prov_scope"), row.getString("prov_var_name"), SqlRows.value(row));
  }
}
