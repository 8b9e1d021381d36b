package flows4ee.persistence;

import flows4ee.engine.state.Timer;
import flows4ee.engine.state.TimerStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Timers across instances over JDBC; what is due and claimed is told by the database's clock. */
final class SqlTimerStore implements TimerStore {

  private static final String IS_FREE =
      " timr_status = 'C' and (timr_claimed_until is null or timr_claimed_until < current_timestamp)";
  private static final String FIND_DUE =
      "select "
          + EventTables.TIMERS.columns()
          + ", current_timestamp from flow_timers where timr_start_on <= current_timestamp and"
          + IS_FREE
          + " order by timr_start_on ";
  private static final String NEXT_DUE =
      "select timr_start_on from flow_timers where timr_start_on is not null and"
          + IS_FREE
          + " order by timr_start_on fetch first 1 rows only";
  private static final String CLAIM =
      """
      update flow_timers set timr_claimed_by = ?, timr_claimed_until = ?
       where timr_id = ? and timr_run = ?""";
  private static final String NOW =
      "select current_timestamp from flow_timers where timr_id = ? and timr_run = ?";
  private static final String POSTPONE =
      "update flow_timers set timr_claimed_until = ? where timr_id = ? and timr_run = ?";
  private static final String COUNT_FAILURE =
      "update flow_timers set timr_failures = timr_failures + 1 where timr_id = ? and timr_run = ?";
  private static final String FAILURES =
      "select timr_failures from flow_timers where timr_id = ? and timr_run = ?";
  private static final String RELEASE =
      """
      update flow_timers set timr_claimed_by = null, timr_claimed_until = null
       where timr_status = 'C' and timr_start_on <= current_timestamp and timr_claimed_by = ?""";

  private final Session session;

  SqlTimerStore(Session session) {
    this.session = session;
  }

  /** A free timer and the time of the database. */
  private record Due(Timer timer, Instant now) {}

  @Override
  public List<Timer> claimDue(int limit, String node, Duration lease) {
    String sql = FIND_DUE + session.dialect().skipLocked(limit);
    return session.run(
        connection -> {
          List<Due> due = findDue(connection, sql, limit);
          claim(connection, due, node, lease);
          return due.stream().map(Due::timer).toList();
        });
  }

  @Override
  public Optional<Instant> findNextDue() {
    return session.findOne(NEXT_DUE, RowReader::instant);
  }

  @Override
  public int countFailure(Timer.Key timer) {
    session.update(COUNT_FAILURE, timer.id(), timer.run());
    return session.findOne(FAILURES, RowReader::integer, timer.id(), timer.run()).orElse(0);
  }

  @Override
  public void postpone(Timer.Key timer, Duration delay) {
    session
        .find(NOW, RowReader::instant, timer.id(), timer.run())
        .forEach(now -> session.update(POSTPONE, now.plus(delay), timer.id(), timer.run()));
  }

  @Override
  public void release(String node) {
    session.update(RELEASE, node);
  }

  private static List<Due> findDue(Connection connection, String sql, int limit)
      throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      statement.setMaxRows(limit);
      statement.setFetchSize(limit);
      return Session.read(statement, row -> new Due(EventTables.readTimer(row), row.instant()));
    }
  }

  private static void claim(Connection connection, List<Due> due, String node, Duration lease)
      throws SQLException {
    if (due.isEmpty()) {
      return;
    }
    try (var statement = connection.prepareStatement(CLAIM)) {
      for (Due each : due) {
        Session.set(statement, node, each.now().plus(lease), each.timer().id(), each.timer().run());
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }
}
