package flows4ee.rest;

import java.sql.DriverManager;
import java.sql.SQLException;

/** Summaries such as the nightly job writes, put into the server's database beside it. */
final class WrittenStatistics {

  private WrittenStatistics() {}

  /** Two days and their month, with twelve and six instances of which ten and none completed. */
  static void write(String database, long diagram) {
    execute(
        database,
        """
        insert into flow_process_stats values (%1$d, 'D', date '2025-09-24', 12, 12, 10, 1, 865, 301.25);
        insert into flow_process_stats values (%1$d, 'D', date '2025-09-25', 6, 5, 0, 0, 0, 0);
        insert into flow_process_stats values (%1$d, 'M', date '2025-09-01', 18, 17, 10, 1, 865, 301.25);
        insert into flow_step_stats values (%1$d, 'A', 'D', date '2025-09-24', 10, 865, 301.25);
        insert into flow_step_stats values (%1$d, 'B', 'D', date '2025-09-24', 3, 1, 1);
        insert into flow_step_stats values (%1$d, 'A', 'M', date '2025-09-01', 10, 865, 301.25)"""
            .formatted(diagram));
  }

  static void remove(String database, long diagram) {
    execute(
        database,
        """
        delete from flow_process_stats where prst_dgrm_id = %1$d;
        delete from flow_step_stats where stst_dgrm_id = %1$d"""
            .formatted(diagram));
  }

  private static void execute(String database, String sql) {
    try (var connection = DriverManager.getConnection(database);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }
}
