package flows4ee.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import flows4ee.engine.state.LockTimeoutException;
import flows4ee.engine.state.RetryableException;
import flows4ee.engine.state.StoreUnavailableException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlFailuresTest {

  @ParameterizedTest
  @CsvSource({"55P03,0", "HYT00,50200", "61000,54", "61000,30006", "72000,30006"})
  void shouldTellALockTimeout(String state, int code) {
    assertThat(translate(state, code)).isInstanceOf(LockTimeoutException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "40001,0",
    "40P01,0",
    "40001,40001",
    "23505,0",
    "23505,23505",
    "23000,1",
    "61000,60",
    "72000,8177",
    "23503,0",
    "23506,23506",
    "90131,90131"
  })
  void shouldTellATransactionToTryAgain(String state, int code) {
    assertThat(translate(state, code)).isInstanceOf(RetryableException.class);
  }

  @ParameterizedTest
  @CsvSource({"08006,0", "57P01,0", "57P03,0", "53300,0", "57014,0", "90098,90098", "08003,17008"})
  void shouldTellAnUnreachableDatabase(String state, int code) {
    assertThat(translate(state, code)).isInstanceOf(StoreUnavailableException.class);
  }

  @ParameterizedTest
  @CsvSource({"42601,0", "22001,22001", "42000,54", "22003,1", ",0"})
  void shouldTakeAnythingElseForAFault(String state, int code) {
    assertThat(translate(state, code)).isInstanceOf(DatabaseException.class);
  }

  @Test
  void shouldLookBehindAFailedBatch() {
    var batch = new BatchUpdateException("batch", null, new int[0]);
    batch.setNextException(new SQLException("duplicate", "23505"));
    assertThat(SqlFailures.translate(batch)).isInstanceOf(RetryableException.class).hasCause(batch);
  }

  private static RuntimeException translate(String state, int code) {
    return SqlFailures.translate(new SQLException("message", state, code));
  }
}
