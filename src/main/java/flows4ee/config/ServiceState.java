package flows4ee.config;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Whether calls are admitted, and how many are running. Calls are admitted from the moment the
 * database is ready until the application is told to stop.
 */
@ApplicationScoped
public class ServiceState {

  private enum Phase {
    STARTING,
    SERVING,
    STOPPING
  }

  private static final long LOOK_AGAIN_MILLIS = 20;

  private final AtomicInteger runningCalls = new AtomicInteger();
  private volatile Phase phase = Phase.STARTING;

  /** Admits a call, which must be followed by {@link #leave()}; {@code false} refuses it. */
  public boolean enter() {
    runningCalls.incrementAndGet();
    if (phase == Phase.SERVING) {
      return true;
    }
    runningCalls.decrementAndGet();
    return false;
  }

  /** Ends an admitted call. */
  public void leave() {
    runningCalls.decrementAndGet();
  }

  public boolean isServing() {
    return phase == Phase.SERVING;
  }

  public boolean isStopping() {
    return phase == Phase.STOPPING;
  }

  /** Tells whether the application has served since its start. */
  public boolean isStarted() {
    return phase != Phase.STARTING;
  }

  void serve() {
    if (phase == Phase.STARTING) {
      phase = Phase.SERVING;
    }
  }

  /**
   * Refuses new calls and waits for the running ones; returns how many are left after the grace.
   */
  int stopWithin(Duration grace) {
    phase = Phase.STOPPING;
    long end = System.nanoTime() + grace.toNanos();
    while (runningCalls.get() > 0 && System.nanoTime() < end && pause()) {
      // the running calls end meanwhile
    }
    return runningCalls.get();
  }

  private static boolean pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
