package flows4ee.oauth;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Bounds how many slow key derivations run and wait at a time, so that guessing cannot take the
 * processors: two a processor run, on threads of their own, and 100 wait for them, in the order
 * they came and without a thread. What comes then is refused.
 */
public final class DerivationLimit {

  private static final int WAITING_MAX = 100;
  private static final long IDLE_SECONDS = 60;
  private static final long WAIT_SECONDS = 10;

  private final ThreadPoolExecutor workers;
  private final Semaphore holders;

  /** Runs derivations on threads of this factory. */
  public DerivationLimit(ThreadFactory threads) {
    this(threads, 2 * Runtime.getRuntime().availableProcessors(), WAITING_MAX);
  }

  /**
   * Bounds derivations differently.
   *
   * @param parallel how many run at a time
   * @param waitingMax how many wait at a time
   */
  DerivationLimit(ThreadFactory threads, int parallel, int waitingMax) {
    workers =
        new ThreadPoolExecutor(
            parallel,
            parallel,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(waitingMax),
            threads);
    workers.allowCoreThreadTimeOut(true);
    holders = new Semaphore(2 * parallel);
  }

  /** For programs that end when their work is done. */
  public static DerivationLimit onDaemonThreads() {
    return new DerivationLimit(
        task -> {
          Thread thread = Executors.defaultThreadFactory().newThread(task);
          thread.setDaemon(true);
          return thread;
        });
  }

  /**
   * Has a derivation, and what depends on it, done when its turn comes.
   *
   * @throws OverloadedException when too many are waiting
   */
  public <T> CompletionStage<T> submit(Supplier<T> derivation) {
    try {
      return CompletableFuture.supplyAsync(derivation, workers);
    } catch (RejectedExecutionException e) {
      throw new OverloadedException(e);
    }
  }

  /**
   * Waits until a derivation had its turn. The caller's thread is held meanwhile, and a server has
   * few of them; so only four a processor may wait here.
   *
   * @throws OverloadedException when too many are waiting, or after 10 seconds
   */
  public <T> T await(Supplier<T> derivation) {
    if (!holders.tryAcquire()) {
      throw new OverloadedException(null);
    }
    try {
      return submit(derivation).toCompletableFuture().get(WAIT_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new CompletionException(e.getCause());
    } catch (TimeoutException e) {
      throw new OverloadedException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new OverloadedException(e);
    } finally {
      holders.release();
    }
  }

  /** Takes no more derivations; those that wait are done. */
  void close() {
    workers.shutdown();
  }

  /** Too many derivations are waiting (HTTP 503). */
  public static final class OverloadedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OverloadedException(Throwable cause) {
      super("Too many key derivations are waiting", cause);
    }
  }
}
