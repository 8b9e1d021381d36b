package flows4ee.persistence;

import flows4ee.engine.check.StateSurvey;
import flows4ee.engine.check.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Looks over the engine's tables; the foreign keys of a database may be missing. */
public final class SqlStateSurvey implements StateSurvey {

  private static final String IDS =
      """
      select prcs_id from flow_processes where prcs_id > ?
       order by prcs_id fetch first ? rows only""";
  private static final String NO_INSTANCE =
      " where not exists (select 1 from flow_processes where prcs_id = %s)";
  private static final String NO_SUBFLOW =
      " where %1$s is not null and not exists (select 1 from flow_subflows where sbfl_id = %1$s)";

  /** Queries of instance and row, by what they find. */
  private static final Map<String, String> ORPHANS =
      Map.of(
          "subflow without instance",
          "select sbfl_prcs_id, sbfl_id from flow_subflows" + NO_INSTANCE.formatted("sbfl_prcs_id"),
          "variable without instance, scope",
          "select prov_prcs_id, prov_scope from flow_process_variables"
              + NO_INSTANCE.formatted("prov_prcs_id"),
          "timer without subflow",
          "select timr_prcs_id, timr_id from flow_timers" + NO_SUBFLOW.formatted("timr_sbfl_id"),
          "subscription without subflow",
          "select msub_prcs_id, msub_id from flow_message_subscriptions"
              + NO_SUBFLOW.formatted("msub_sbfl_id"),
          "accepted message without subflow",
          "select mdlv_prcs_id, mdlv_id from flow_message_deliveries"
              + NO_SUBFLOW.formatted("mdlv_sbfl_id")
              + " and mdlv_sbfl_id <> 0",
          "called diagram without instance",
          "select prdg_prcs_id, prdg_id from flow_instance_diagrams"
              + NO_INSTANCE.formatted("prdg_prcs_id"),
          "round without subflow",
          "select iter_prcs_id, iter_id from flow_iterations"
              + NO_SUBFLOW.formatted("iter_parent_sbfl"));

  private final Jdbc jdbc;

  public SqlStateSurvey(DataSource dataSource) {
    this.jdbc = new Jdbc(dataSource);
  }

  @Override
  public List<Long> findAbove(long id, int limit) {
    return jdbc.read(
        connection -> SqlRows.all(connection, IDS, List.of(id, limit), row -> row.getLong(1)));
  }

  @Override
  public List<Violation> findOrphans() {
    List<Violation> orphans = new ArrayList<>();
    ORPHANS.forEach((what, sql) -> orphans.addAll(find(what, sql)));
    return orphans;
  }

  private List<Violation> find(String what, String sql) {
    return jdbc.read(
        connection ->
            SqlRows.all(
                connection,
                sql,
                List.of(),
                row -> new Violation(row.getLong(1), what + ": " + row.getLong(2))));
  }
}
