package flows4ee.persistence;

import flows4ee.engine.state.RetentionStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;

/** What is old, over JDBC. */
public final class SqlRetentionStore implements RetentionStore {

  private static final String ENDED =
      """
      select prcs_id, prcs_complete_ts from flow_processes
       where prcs_complete_ts >= ? and (prcs_complete_ts > ? or prcs_id > ?)
         and prcs_complete_ts < ? and prcs_status in ('completed', 'terminated')%s
       order by prcs_complete_ts, prcs_id\s""";

  /** Events of instances that go on, ended later or had a later event stay. */
  private static final String DELETE_EVENTS =
      """
      delete from %1$s where (%2$s_prcs_id, %2$s_id) in
       (select %2$s_prcs_id, %2$s_id from %1$s e
         where %2$s_timestamp < ?
           and not exists (select 1 from flow_processes where prcs_id = e.%2$s_prcs_id
                              and (prcs_complete_ts is null or prcs_complete_ts >= ?))
           and not exists (select 1 from flow_instance_event_log l
                            where l.lgpr_prcs_id = e.%2$s_prcs_id and l.lgpr_timestamp >= ?)
         fetch first ? rows only)""";

  private static final String DELETE_MESSAGES =
      """
      delete from flow_received_message_log where lgrx_id in
       (select lgrx_id from flow_received_message_log where lgrx_received_on < ?
         fetch first ? rows only)""";

  private static final String LEASE =
      """
      update flow_job_leases set jobl_owner = ?, jobl_until = ?
       where jobl_name = ? and (jobl_owner is null or jobl_owner = ? or jobl_until < ?)""";

  private static final String RELEASE =
      """
      update flow_job_leases set jobl_owner = null, jobl_until = null
       where jobl_name = ? and jobl_owner = ?""";

  private final Jdbc jdbc;

  /** On that data source. */
  public SqlRetentionStore(DataSource dataSource) {
    this.jdbc = new Jdbc(dataSource);
  }

  @Override
  public List<Ended> findEnded(Ended after, Instant before, ArchiveState state, int most) {
    String sql = ENDED.formatted(condition(state)) + "fetch first " + most + " rows only";
    List<Object> parameters = List.of(after.endedAt(), after.endedAt(), after.processId(), before);
    return jdbc.read(
        connection -> SqlRows.all(connection, sql, parameters, SqlRetentionStore::ended));
  }

  private static String condition(ArchiveState state) {
    return switch (state) {
      case ARCHIVED -> " and prcs_archived_ts is not null";
      case NOT_ARCHIVED -> " and prcs_archived_ts is null";
      case ANY -> "";
    };
  }

  private static Ended ended(ResultSet row) throws SQLException {
    return new Ended(row.getLong("prcs_id"), SqlRows.instant(row, "prcs_complete_ts"));
  }

  @Override
  public int deleteEvents(EventLog log, Instant before, int most) {
    String sql = DELETE_EVENTS.formatted(table(log), prefix(log));
    return jdbc.run(connection -> Jdbc.update(connection, sql, before, before, before, most));
  }

  private static String table(EventLog log) {
    return switch (log) {
      case INSTANCE -> "flow_instance_event_log";
      case STEP -> "flow_step_event_log";
      case VARIABLE -> "flow_variable_event_log";
    };
  }

  private static String prefix(EventLog log) {
    return switch (log) {
      case INSTANCE -> "lgpr";
      case STEP -> "lgsf";
      case VARIABLE -> "lgvr";
    };
  }

  @Override
  public int deleteReceivedMessages(Instant before, int most) {
    return jdbc.run(connection -> Jdbc.update(connection, DELETE_MESSAGES, before, most));
  }

  @Override
  public boolean lease(String job, String owner, Instant now, Duration length) {
    return jdbc.run(
        connection ->
            Jdbc.update(connection, LEASE, owner, now.plus(length), job, owner, now) == 1);
  }

  @Override
  public void release(String job, String owner) {
    jdbc.run(connection -> Jdbc.update(connection, RELEASE, job, owner));
  }
}
