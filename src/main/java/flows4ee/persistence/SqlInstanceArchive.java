package flows4ee.persistence;

import flows4ee.engine.model.VariableValue;
import flows4ee.engine.state.ProcessInstance;
import flows4ee.json.JsonWriter;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/**
 * Writes the archive document of an instance. Member names are the labels of the queries below;
 * points in time are ISO 8601 in UTC, to the microsecond.
 */
final class SqlInstanceArchive {

  private static final String DIAGRAMS =
      """
      select dgrm_id as "diagramID", dgrm_name as "diagramName", dgrm_version as "diagramVersion",
             dgrm_content_hash as "contentHash"
        from flow_diagrams
       where dgrm_id in (select prcs_dgrm_id from flow_processes where prcs_id = ?
                         union select prdg_dgrm_id from flow_instance_diagrams where prdg_prcs_id = ?)
       order by dgrm_id""";

  private static final String EVENTS =
      """
      select lgpr_timestamp as "timestamp", lgpr_prcs_event as "event", lgpr_severity as "level",
             lgpr_objt_id as "objectID", lgpr_sbfl_id as "subflowID", lgpr_step_key as "stepKey",
             lgpr_process_level as "processLevel", lgpr_dgrm_id as "diagramID",
             lgpr_duration as "durationMillis", lgpr_user as "user", lgpr_comment as "comment",
             lgpr_error_info as "errorInfo"
        from flow_instance_event_log where lgpr_prcs_id = ? order by lgpr_id""";

  private static final String STEPS =
      """
      select lgsf_timestamp as "timestamp", lgsf_event as "event", lgsf_objt_id as "objectID",
             lgsf_sbfl_id as "subflowID", lgsf_step_key as "stepKey",
             lgsf_sbfl_process_level as "processLevel", lgsf_sbfl_dgrm_id as "diagramID",
             lgsf_last_completed as "lastCompleted", lgsf_status_when_complete as "statusWhenComplete",
             lgsf_was_current as "becameCurrent", lgsf_started as "started",
             lgsf_completed as "completed", lgsf_reservation as "reservation",
             lgsf_due_on as "dueOn", lgsf_priority as "priority", lgsf_user as "user",
             lgsf_comment as "comment"
        from flow_step_event_log where lgsf_prcs_id = ? order by lgsf_id""";

  private static final String VARIABLES =
      """
      select prov_scope as scope, prov_var_name as name, prov_var_type as var_type,
             prov_var_vc2 as var_vc2, prov_var_num as var_num, prov_var_date as var_date,
             prov_var_tstz as var_tstz, prov_var_zone as var_zone, prov_var_clob as var_clob,
             prov_var_json as var_json
        from flow_process_variables where prov_prcs_id = ? order by prov_scope, prov_name_uc""";

  private static final String INSERT =
      """
      insert into flow_instance_archive
        (prar_prcs_id, prar_created, prar_prcs_name, prar_business_id, prar_document)
      values (?, ?, ?, ?, ?)""";

  private static final String BUSINESS_REF = "BUSINESS_REF";

  private final Connection connection;
  private final ProcessInstance instance;
  private final Instant created;
  private final JsonWriter json = new JsonWriter();

  /** A process variable and the scope it belongs to. */
  private record Variable(long scope, String name, VariableValue value) {

    static Variable of(ResultSet row) throws SQLException {
      return new Variable(row.getLong("scope"), row.getString("name"), SqlRows.value(row));
    }
  }

  SqlInstanceArchive(Connection connection, ProcessInstance instance, Instant created) {
    this.connection = connection;
    this.instance = instance;
    this.created = created;
  }

  void write() throws SQLException {
    var variables = SqlRows.all(connection, VARIABLES, List.of(instance.id()), Variable::of);
    String businessId = businessId(variables);
    json.beginObject();
    instance(businessId);
    rows("diagramsUsed", DIAGRAMS, List.of(instance.id(), instance.id()));
    rows("events", EVENTS, List.of(instance.id()));
    rows("steps", STEPS, List.of(instance.id()));
    variables(variables);
    json.endObject();
    Jdbc.update(
        connection, INSERT, instance.id(), created, instance.name(), businessId, json.toString());
  }

  private static String businessId(List<Variable> variables) {
    return variables.stream()
        .filter(each -> each.scope() == 0 && each.name().equalsIgnoreCase(BUSINESS_REF))
        .findFirst()
        .map(each -> each.value().text())
        .orElse(null);
  }

  private void instance(String businessId) {
    json.name("processID").value(instance.id());
    json.name("mainDiagram").value(instance.diagramId());
    json.name("processName").value(instance.name());
    json.name("businessID").value(businessId);
    json.name("priority")
        .value(instance.priority() == null ? null : Long.valueOf(instance.priority()));
    json.name("prcs_status").value(instance.status().literal());
    json.name("prcs_was_altered").value(instance.isAltered());
    time("prcs_init_ts", instance.initTs());
    json.name("prcs_init_by").value(instance.initBy());
    time("prcs_due_on", instance.dueOn());
    time("prcs_start_ts", instance.startTs());
    time("prcs_complete_ts", instance.completeTs());
    time("json_created", created);
  }

  private void variables(List<Variable> variables) {
    json.name("processVariablesSet").beginArray();
    for (long scope : variables.stream().mapToLong(Variable::scope).distinct().toArray()) {
      json.beginObject().name("scope").value(scope).name("variables").beginArray();
      variables.stream().filter(each -> each.scope() == scope).forEach(this::variable);
      json.endArray().endObject();
    }
    json.endArray();
  }

  private void variable(Variable variable) {
    json.beginObject().name("name").value(variable.name());
    json.name("type").value(variable.value().type().literal());
    json.name("value").value(variable.value().text()).endObject();
  }

  private void rows(String member, String sql, List<Object> parameters) throws SQLException {
    json.name(member).beginArray();
    SqlRows.all(connection, sql, parameters, this::row);
    json.endArray();
  }

  private Map<String, Object> row(ResultSet row) throws SQLException {
    ResultSetMetaData columns = row.getMetaData();
    json.beginObject();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      json.name(columns.getColumnLabel(i));
      value(row, i, columns.getColumnType(i));
    }
    json.endObject();
    return Map.of();
  }

  /** The drivers differ in how they report a point in time, so it is what the others are not. */
  private void value(ResultSet row, int index, int type) throws SQLException {
    switch (type) {
      case Types.BIGINT, Types.INTEGER, Types.NUMERIC -> {
        long number = row.getLong(index);
        json.value(row.wasNull() ? null : Long.valueOf(number));
      }
      case Types.VARCHAR -> json.value(row.getString(index));
      default -> {
        var time = row.getObject(index, OffsetDateTime.class);
        json.value(time == null ? null : text(time.toInstant()));
      }
    }
  }

  private void time(String member, Instant time) {
    json.name(member).value(time == null ? null : text(time));
  }

  private static String text(Instant time) {
    return time.truncatedTo(ChronoUnit.MICROS).toString();
  }
}
