package flows4ee.persistence;

import flows4ee.engine.EventSearch;
import flows4ee.engine.EventView;
import flows4ee.engine.Page;
import flows4ee.engine.PageRequest;
import flows4ee.engine.model.VariableValue;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads the three event logs of an instance as one list in order of time. Events of the variable
 * log are called {@code set} and {@code deleted}; their comment is the set of expressions that
 * wrote the variable.
 */
final class SqlEventQuery {

  private static final String INSTANCES =
      """
      select lgpr_prcs_id as prcs_id, lgpr_id as id, 'instance' as source,
             lgpr_timestamp as logged_at, lgpr_prcs_event as event, lgpr_objt_id as bpmn_id,
             lgpr_sbfl_id as sbfl_id, lgpr_step_key as step_key, lgpr_user as user_name,
             lgpr_comment as remark, lgpr_duration as duration,
             cast(null as timestamp(6) with time zone) as since,
             cast(null as timestamp(6) with time zone) as until, lgpr_error_info as error_info,
             cast(null as varchar(50)) as name
        from flow_instance_event_log""";

  private static final String STEPS =
      """
      select lgsf_prcs_id, lgsf_id, 'step', lgsf_timestamp, lgsf_event, lgsf_objt_id,
             lgsf_sbfl_id, lgsf_step_key, lgsf_user, lgsf_comment, null, lgsf_was_current,
             lgsf_completed, null, null
        from flow_step_event_log""";

  private static final String VARIABLES =
      """
      select lgvr_prcs_id, lgvr_id, 'variable', lgvr_timestamp,
             case when lgvr_var_type is null then 'deleted' else 'set' end, lgvr_objt_id,
             lgvr_sbfl_id, null, lgvr_user, lgvr_expr_set, null, null, null, null, lgvr_var_name
        from flow_variable_event_log""";

  private static final String VALUES =
      """
      select lgvr_id, lgvr_var_type as var_type, lgvr_var_vc2 as var_vc2,
             lgvr_var_num as var_num, lgvr_var_date as var_date, lgvr_var_tstz as var_tstz,
             lgvr_var_zone as var_zone, lgvr_var_clob as var_clob, lgvr_var_json as var_json
        from flow_variable_event_log""";

  private static final SqlColumn TIME =
      SqlColumn.time("timestamp", "logged_at").labelled("logged_at");

  private static final SqlColumn SOURCE = SqlColumn.text("source", "source");

  private static final SqlList<Entry> EVENTS =
      new SqlList<>(
          "select *",
          "(" + INSTANCES + "\nunion all\n" + STEPS + "\nunion all\n" + VARIABLES + ") entries",
          List.of(
              TIME,
              SqlColumn.text("event", "event"),
              SqlColumn.text("bpmn_id", "bpmn_id").nullable(),
              SqlColumn.number("sbfl_id", "sbfl_id").nullable(),
              SqlColumn.text("step_key", "step_key").nullable(),
              SqlColumn.text("user", "user_name").labelled("user_name").nullable()),
          List.of(TIME),
          List.of(SOURCE, SqlColumn.number("id", "id")),
          SqlEventQuery::entry);

  /** An event and its id in the log it comes from. */
  private record Entry(long id, EventView event) {

    boolean isOfVariable() {
      return event.source().equals("variable");
    }
  }

  private SqlEventQuery() {}

  /** The page and, when it holds events of variables, one more statement for their values. */
  static Page<EventView> find(
      Connection connection, long processId, EventSearch search, PageRequest page)
      throws SQLException {
    SqlFilter filter =
        new SqlFilter()
            .and("prcs_id = ?", processId)
            .anyOf("source", lower(search.sources()))
            .anyOf("event", search.events())
            .anyOf("bpmn_id", search.bpmnIds())
            .within("logged_at", search.range());
    Page<Entry> found = EVENTS.page(connection, filter, page);
    Map<Long, VariableValue> values = values(connection, processId, found.items());
    List<EventView> events = new ArrayList<>();
    for (Entry entry : found.items()) {
      VariableValue value = entry.isOfVariable() ? values.get(entry.id()) : null;
      events.add(value == null ? entry.event() : entry.event().withValue(value));
    }
    return new Page<>(events, found.hasMore(), found.total(), found.next());
  }

  private static Map<Long, VariableValue> values(
      Connection connection, long processId, List<Entry> entries) throws SQLException {
    Map<Long, VariableValue> values = new HashMap<>();
    List<Long> ids = entries.stream().filter(Entry::isOfVariable).map(Entry::id).toList();
    if (!ids.isEmpty()) {
      SqlFilter filter = new SqlFilter().and("lgvr_prcs_id = ?", processId).anyOf("lgvr_id", ids);
      SqlRows.all(
          connection,
          VALUES + filter.where(),
          filter.parameters(),
          row -> values.put(row.getLong("lgvr_id"), SqlRows.value(row)));
    }
    return values;
  }

  private static List<String> lower(List<String> words) {
    return words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
  }

  private static Entry entry(ResultSet row) throws SQLException {
    return new Entry(
        row.getLong("id"),
        new EventView(
            SqlRows.instant(row, "logged_at"),
            row.getString("source"),
            row.getString("event"),
            row.getString("bpmn_id"),
            SqlRows.longOrNull(row, "sbfl_id"),
            row.getString("step_key"),
            row.getString("user_name"),
            row.getString("remark"),
            durationMillis(row),
            row.getString("error_info"),
            row.getString("name"),
            null));
  }

  /** Of an instance as logged, of a completed step since it became current. */
  private static Long durationMillis(ResultSet row) throws SQLException {
    Instant since = SqlRows.instant(row, "since");
    Instant until = SqlRows.instant(row, "until");
    return since == null || until == null
        ? SqlRows.longOrNull(row, "duration")
        : Long.valueOf(Duration.between(since, until).toMillis());
  }
}
