package flows4ee.persistence;

import flows4ee.engine.Page;
import flows4ee.engine.PageRequest;
import flows4ee.rest.guard.RestEvent;
import flows4ee.rest.guard.RestEventStore;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;

/** The REST event log over JDBC. */
public final class SqlRestEventStore implements RestEventStore {

  private static final String INSERT =
      """
      insert into flow_rest_event_log
        (lgrt_call_guid, lgrt_client_id, lgrt_log_info, lgrt_token, lgrt_timestamp,
         lgrt_http_method, lgrt_endpoint, lgrt_payload, lgrt_error_code, lgrt_error_msg,
         lgrt_error_stacktrace)
      values\s""";

  private static final String ROW = "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final int COLUMNS = 11;

  /** Rows of one statement, where the database takes several. */
  private static final int ROWS = 25;

  private static final String INSERT_ONE = INSERT + ROW;
  private static final String INSERT_SEVERAL =
      INSERT + String.join(", ", Collections.nCopies(ROWS, ROW));

  private static final SqlList<StoredRestEvent> EVENTS =
      SqlList.byId(
          """
          select lgrt_id, lgrt_call_guid, lgrt_client_id, lgrt_log_info, lgrt_timestamp,
                 lgrt_http_method, lgrt_endpoint, lgrt_payload, lgrt_error_code, lgrt_error_msg,
                 lgrt_error_stacktrace""",
          "flow_rest_event_log",
          SqlColumn.number("lgrt_id", "lgrt_id"),
          List.of(
              SqlColumn.text("lgrt_call_guid", "lgrt_call_guid").nullable(),
              SqlColumn.text("lgrt_client_id", "lgrt_client_id").nullable(),
              SqlColumn.text("lgrt_log_info", "lgrt_log_info").nullable(),
              SqlColumn.time("lgrt_timestamp", "lgrt_timestamp"),
              SqlColumn.text("lgrt_http_method", "lgrt_http_method").nullable(),
              SqlColumn.text("lgrt_endpoint", "lgrt_endpoint").nullable(),
              SqlColumn.number("lgrt_error_code", "lgrt_error_code").nullable(),
              SqlColumn.text("lgrt_error_msg", "lgrt_error_msg").nullable()),
          SqlRestEventStore::event);

  private static final String PURGE =
      """
      delete from flow_rest_event_log where lgrt_id in
       (select lgrt_id from flow_rest_event_log where lgrt_timestamp < ?
         fetch first ? rows only)""";

  private static final int MAX_ENDPOINT = 4000;
  private static final int MAX_MESSAGE = 2000;
  private static final int MAX_CLIENT = 400;
  private static final int MAX_METHOD = 20;

  private final Jdbc jdbc;

  /** On that data source. */
  public SqlRestEventStore(DataSource dataSource) {
    this.jdbc = new Jdbc(dataSource);
  }

  @Override
  public void insert(List<RestEvent> events) {
    jdbc.inTransaction(
        connection -> {
          int together =
              Dialect.of(connection).insertsSeveralRows() ? events.size() / ROWS * ROWS : 0;
          if (together > 0) {
            insert(connection, INSERT_SEVERAL, ROWS, events.subList(0, together));
          }
          return insert(connection, INSERT_ONE, 1, events.subList(together, events.size()));
        });
  }

  /** A batch of statements of so many rows each. */
  private static int[] insert(Connection connection, String sql, int rows, List<RestEvent> events)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < events.size(); i += rows) {
        for (int row = 0; row < rows; row++) {
          bind(statement, row * COLUMNS, events.get(i + row));
        }
        statement.addBatch();
      }
      return statement.executeBatch();
    }
  }

  private static void bind(PreparedStatement statement, int set, RestEvent event)
      throws SQLException {
    int next = set;
    statement.setString(++next, event.callId());
    statement.setString(++next, cut(event.clientId(), MAX_CLIENT));
    statement.setString(++next, event.info());
    statement.setString(++next, event.tokenHash());
    statement.setTimestamp(++next, Timestamp.from(event.timestamp()));
    statement.setString(++next, cut(event.method(), MAX_METHOD));
    statement.setString(++next, cut(event.endpoint(), MAX_ENDPOINT));
    statement.setString(++next, event.payload());
    statement.setObject(++next, event.errorCode(), Types.INTEGER);
    statement.setString(++next, cut(event.errorMessage(), MAX_MESSAGE));
    statement.setString(++next, event.errorTrace());
  }

  private static String cut(String text, int most) {
    return text == null || text.length() <= most ? text : text.substring(0, most);
  }

  @Override
  public Page<StoredRestEvent> find(RestEventSearch search, PageRequest page) {
    return jdbc.run(connection -> EVENTS.page(connection, filter(search), page));
  }

  private static SqlFilter filter(RestEventSearch search) {
    return new SqlFilter()
        .anyOf("lgrt_client_id", search.clientIds())
        .anyOf("lgrt_log_info", search.infos())
        .anyOf("lgrt_http_method", search.methods())
        .anyOf("lgrt_call_guid", search.callIds())
        .beginsWithAnyOf("lgrt_endpoint", search.endpoints())
        .within("lgrt_timestamp", search.range());
  }

  private static StoredRestEvent event(ResultSet row) throws SQLException {
    int code = row.getInt("lgrt_error_code");
    Integer errorCode = row.wasNull() ? null : Integer.valueOf(code);
    return new StoredRestEvent(
        row.getLong("lgrt_id"),
        new RestEvent(
            row.getString("lgrt_call_guid"),
            row.getString("lgrt_client_id"),
            row.getString("lgrt_log_info"),
            null,
            Jdbc.instant(row, "lgrt_timestamp").orElseThrow(),
            row.getString("lgrt_http_method"),
            row.getString("lgrt_endpoint"),
            row.getString("lgrt_payload"),
            errorCode,
            row.getString("lgrt_error_msg"),
            row.getString("lgrt_error_stacktrace")));
  }

  @Override
  public int purge(Instant before, int most) {
    return jdbc.run(connection -> Jdbc.update(connection, PURGE, before, most));
  }
}
