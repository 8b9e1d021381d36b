package flows4ee.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Changes that wait for the next use of the connection. Where the database's driver sends several
 * statements at once (PostgreSQL), they go out together, also with the commit, in one round trip;
 * elsewhere each is a statement or a batch.
 */
final class PendingWrites {

  /** More rows of one change than this go out as a batch. */
  private static final int MOST_ROWS = 3;

  private static final String COMMIT = "commit";

  private final List<Write<?>> writes = new ArrayList<>();

  /** A statement to be executed once for each row. */
  private record Write<R>(String sql, List<Column<R>> columns, List<R> rows) {

    void execute(Connection connection) throws SQLException {
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        if (rows.size() == 1) {
          set(statement, 0, rows.get(0));
          statement.executeUpdate();
          return;
        }
        for (R row : rows) {
          set(statement, 0, row);
          statement.addBatch();
        }
        statement.executeBatch();
      }
    }

    /** Sets the parameters of every row behind those already set. */
    int setAll(PreparedStatement statement, int set) throws SQLException {
      int now = set;
      for (R row : rows) {
        now = set(statement, now, row);
      }
      return now;
    }

    private int set(PreparedStatement statement, int set, R row) throws SQLException {
      int now = set;
      for (Column<R> column : columns) {
        column.set(statement, ++now, row);
      }
      return now;
    }

    boolean isSmall() {
      return rows.size() <= MOST_ROWS;
    }
  }

  <R> void add(String sql, List<Column<R>> columns, List<R> rows) {
    if (!rows.isEmpty()) {
      writes.add(new Write<>(sql, columns, List.copyOf(rows)));
    }
  }

  boolean isEmpty() {
    return writes.isEmpty();
  }

  /** Forgets what was not sent. */
  void clear() {
    writes.clear();
  }

  /** Sends the changes. */
  void send(Connection connection, Dialect dialect) throws SQLException {
    if (!writes.isEmpty()) {
      send(connection, dialect.sendsTogether(), false);
    }
  }

  /** Sends the changes and commits. */
  void commit(Connection connection, Dialect dialect) throws SQLException {
    boolean isTogether = !writes.isEmpty() && dialect.sendsTogether();
    send(connection, isTogether, isTogether);
    connection.commit();
  }

  private void send(Connection connection, boolean isTogether, boolean isCommitting)
      throws SQLException {
    var waiting = List.copyOf(writes);
    writes.clear();
    var group = new ArrayList<Write<?>>();
    for (Write<?> write : waiting) {
      if (isTogether && write.isSmall()) {
        group.add(write);
      } else {
        sendTogether(connection, group, false);
        group.clear();
        write.execute(connection);
      }
    }
    sendTogether(connection, group, isCommitting);
  }

  private static void sendTogether(
      Connection connection, List<Write<?>> group, boolean isCommitting) throws SQLException {
    if (group.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(sql(group, isCommitting))) {
      int set = 0;
      for (Write<?> write : group) {
        set = write.setAll(statement, set);
      }
      statement.execute();
    }
  }

  private static String sql(List<Write<?>> group, boolean isCommitting) {
    var statements =
        group.stream()
            .flatMap(write -> write.rows().stream().map(row -> write.sql()))
            .collect(Collectors.toCollection(ArrayList::new));
    if (isCommitting) {
      statements.add(COMMIT);
    }
    return String.join("; ", statements);
  }
}
