package flows4ee.persistence;

import flows4ee.engine.state.ConnectionLostException;
import flows4ee.engine.state.LockTimeoutException;
import flows4ee.engine.state.RetryableException;
import flows4ee.engine.state.StoreUnavailableException;
import java.sql.SQLException;
import java.util.Set;

/** Tells by SQLSTATE and vendor code what a failed statement means to the engine. */
final class SqlFailures {

  private static final int H2_LOCK_TIMEOUT = 50200;
  private static final int H2_CONCURRENT_UPDATE = 90131;
  private static final Set<Integer> H2_CLOSED = Set.of(90067, 90098, 90121);
  private static final Set<Integer> ORACLE_LOCKED = Set.of(54, 30006);
  private static final Set<Integer> ORACLE_RETRYABLE = Set.of(1, 60, 8177, 2291);
  private static final Set<String> RETRYABLE = Set.of("40001", "40P01", "23505", "23503", "23506");
  private static final Set<String> UNAVAILABLE = Set.of("53300", "57014");

  private SqlFailures() {}

  /** The exception of the engine for a failed statement. */
  static RuntimeException translate(SQLException failure) {
    for (SQLException e = failure; e != null; e = e.getNextException()) {
      var meaning = meaning(e, failure);
      if (meaning != null) {
        return meaning;
      }
    }
    return new DatabaseException(failure);
  }

  /** The same for a statement before the commit: on another connection it can be tried again. */
  static RuntimeException translateUncommitted(SQLException failure) {
    return isConnectionLost(failure)
        ? new ConnectionLostException(failure.getMessage(), failure)
        : translate(failure);
  }

  /** Whether the database ended the connection. */
  static boolean isConnectionLost(SQLException failure) {
    String state = failure.getSQLState() == null ? "" : failure.getSQLState();
    return state.startsWith("08") || state.startsWith("57P0");
  }

  /** The exception for a connection that was not obtained. */
  static StoreUnavailableException unavailable(SQLException failure) {
    return new StoreUnavailableException(failure.getMessage(), failure);
  }

  private static RuntimeException meaning(SQLException e, SQLException cause) {
    String state = e.getSQLState() == null ? "" : e.getSQLState();
    int code = e.getErrorCode();
    if (state.equals("55P03") || code == H2_LOCK_TIMEOUT || isOracle(state, code, ORACLE_LOCKED)) {
      return new LockTimeoutException(cause.getMessage(), cause);
    }
    if (RETRYABLE.contains(state)
        || code == H2_CONCURRENT_UPDATE
        || isOracle(state, code, ORACLE_RETRYABLE)) {
      return new RetryableException(cause.getMessage(), cause);
    }
    if (UNAVAILABLE.contains(state) || isConnectionLost(e) || H2_CLOSED.contains(code)) {
      return unavailable(cause);
    }
    return null;
  }

  /** Oracle's small codes mean something in its own classes of SQLSTATE only. */
  private static boolean isOracle(String state, int code, Set<Integer> codes) {
    return codes.contains(code)
        && (state.equals("23000") || state.equals("61000") || state.equals("72000"));
  }
}
