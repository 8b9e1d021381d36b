package flows4ee.persistence;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;

/** Writes rows of the engine's tables by plain SQL. */
final class TestRows {

  static final Instant NOW = Instant.parse("2026-03-01T10:00:00.123456Z");

  private static final List<String> TABLES =
      List.of(
          "flow_variable_event_log",
          "flow_step_event_log",
          "flow_instance_event_log",
          "flow_subflow_log",
          "flow_message_subscriptions",
          "flow_processes",
          "flow_diagrams");

  private final DataSource dataSource;

  TestRows(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  void clear() {
    TABLES.forEach(table -> execute("delete from " + table));
  }

  void diagram(long id, String name, String version, String status, Object... more) {
    insert(
        "flow_diagrams",
        with(
            more,
            "dgrm_id",
            id,
            "dgrm_name",
            name,
            "dgrm_version",
            version,
            "dgrm_status",
            status,
            "dgrm_last_update",
            NOW,
            "dgrm_content_hash",
            "hash-" + id,
            "dgrm_content",
            ("<xml id='" + id + "'/>").getBytes(StandardCharsets.UTF_8)));
  }

  void process(long id, long diagramId, String status, Object... more) {
    insert(
        "flow_processes",
        with(
            more,
            "prcs_id",
            id,
            "prcs_dgrm_id",
            diagramId,
            "prcs_name",
            "process " + id,
            "prcs_status",
            status,
            "prcs_init_ts",
            NOW,
            "prcs_logging_level",
            0,
            "prcs_was_altered",
            false));
  }

  void subflow(long id, long processId, String status, Object... more) {
    insert("flow_subflows", subflowColumns(id, processId, status, more));
  }

  static Map<String, Object> subflowColumns(
      long id, long processId, String status, Object... more) {
    return with(
        more,
        "sbfl_id",
        id,
        "sbfl_prcs_id",
        processId,
        "sbfl_dgrm_id",
        1L,
        "sbfl_process_level",
        0L,
        "sbfl_diagram_level",
        0L,
        "sbfl_calling_sbfl",
        0L,
        "sbfl_scope",
        0L,
        "sbfl_current",
        "A",
        "sbfl_current_tag",
        "bpmn:userTask",
        "sbfl_step_key",
        "key" + id,
        "sbfl_status",
        status,
        "sbfl_is_following_ebg",
        false);
  }

  void text(long processId, long scope, String name, String value) {
    variable(processId, scope, name, "VARCHAR2", "prov_var_vc2", value);
  }

  void number(long processId, long scope, String name, String value) {
    variable(processId, scope, name, "NUMBER", "prov_var_num", new BigDecimal(value));
  }

  void variable(long processId, long scope, String name, String type, Object... columns) {
    insert(
        "flow_process_variables",
        with(
            columns,
            "prov_prcs_id",
            processId,
            "prov_scope",
            scope,
            "prov_name_uc",
            name.toUpperCase(Locale.ROOT),
            "prov_var_name",
            name,
            "prov_var_type",
            type));
  }

  void insert(String table, Object... pairs) {
    insert(table, with(pairs));
  }

  private void insert(String table, Map<String, Object> columns) {
    insertAll(table, List.of(columns));
  }

  /** Inserts rows that have the same columns. */
  void insertAll(String table, List<Map<String, Object>> rows) {
    String names = String.join(", ", rows.get(0).keySet());
    String marks = "?" + ", ?".repeat(rows.get(0).size() - 1);
    String sql = "insert into " + table + " (" + names + ") values (" + marks + ")";
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (Map<String, Object> row : rows) {
        SqlRows.bind(statement, new ArrayList<>(row.values()));
        statement.addBatch();
      }
      statement.executeBatch();
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  void execute(String sql) {
    try (Connection connection = dataSource.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private static Map<String, Object> with(Object[] more, Object... pairs) {
    Map<String, Object> columns = new LinkedHashMap<>();
    put(columns, pairs);
    put(columns, more);
    return columns;
  }

  private static Map<String, Object> with(Object[] pairs) {
    return with(pairs, new Object[0]);
  }

  private static void put(Map<String, Object> columns, Object[] pairs) {
    for (int i = 0; i < pairs.length; i += 2) {
      columns.put((String) pairs[i], pairs[i + 1]);
    }
  }
}
