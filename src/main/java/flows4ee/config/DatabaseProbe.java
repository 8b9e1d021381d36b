package flows4ee.config;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;

/** Asks whether the database answers within two seconds; an answer holds for two seconds. */
@ApplicationScoped
public class DatabaseProbe {

  private static final int LIMIT_SECONDS = 2;
  private static final long VALID_NANOS = Duration.ofSeconds(2).toNanos();

  @Inject DataSource dataSource;
  @Resource ManagedExecutorService executor;

  private long askedAt;
  private boolean answering;
  private Future<Boolean> asking;

  /** Returns whether the database answered, now or within the last two seconds. */
  public synchronized boolean isAnswering() {
    if (askedAt == 0 || System.nanoTime() - askedAt > VALID_NANOS) {
      answering = ask();
      askedAt = System.nanoTime();
    }
    return answering;
  }

  /** One question at a time: a database that hangs must not tie up a thread for each probe. */
  private boolean ask() {
    try {
      if (asking == null || asking.isDone()) {
        asking = executor.submit(this::hasValidConnection);
      }
      return asking.get(LIMIT_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException | RejectedExecutionException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private boolean hasValidConnection() throws SQLException {
    try (var connection = dataSource.getConnection()) {
      return connection.isValid(LIMIT_SECONDS);
    }
  }
}
