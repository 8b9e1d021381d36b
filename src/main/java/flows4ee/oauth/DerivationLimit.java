package flows4ee.oauth;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/**
 * Bounds how many slow key derivations run and wait at a time, so that guessing cannot take the
 * processors.
 */
public final class DerivationLimit {

  private static final long WAIT_SECONDS = 10;

  private final Semaphore permits;
  private final AtomicInteger waiting = new AtomicInteger();
  private final int parallel;
  private final int waitingMax;

  /**
   * Leaves half of the processors to calls with tokens. Who waits holds a thread of the server, of
   * which WildFly has sixteen a processor; so only a few may wait.
   */
  public DerivationLimit() {
    this(
        Math.max(1, Runtime.getRuntime().availableProcessors() / 2),
        4 * Runtime.getRuntime().availableProcessors());
  }

  DerivationLimit(int parallel, int waitingMax) {
    this.parallel = parallel;
    this.waitingMax = waitingMax;
    this.permits = new Semaphore(parallel, true);
  }

  /**
   * Runs a derivation when its turn comes.
   *
   * @throws OverloadedException when the queue is full or did not move
   */
  public boolean run(BooleanSupplier derivation) {
    if (!acquire()) {
      throw new OverloadedException();
    }
    try {
      return derivation.getAsBoolean();
    } finally {
      permits.release();
    }
  }

  private boolean acquire() {
    if (permits.tryAcquire()) {
      return true;
    }
    try {
      return waiting.incrementAndGet() <= waitingMax
          && permits.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      waiting.decrementAndGet();
    }
  }

  /** Derivations running now, for the metrics. */
  public int inProgress() {
    return parallel - permits.availablePermits();
  }

  /** Derivations waiting now, for the metrics. */
  public int queued() {
    return waiting.get();
  }

  /** Too many derivations are waiting (HTTP 503). */
  public static final class OverloadedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OverloadedException() {
      super("Too many key derivations are waiting");
    }
  }
}
