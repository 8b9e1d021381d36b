package flows4ee.config;

import flows4ee.rest.guard.AnswerStore;
import flows4ee.rest.guard.RestEventLog;
import flows4ee.rest.guard.RestEventStore;
import flows4ee.rest.guard.RuntimeSettings;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntBiFunction;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Writes out the log of calls every half second and drops old rows once an hour. */
@ApplicationScoped
public class RestJobs {

  private static final Logger LOG = Logger.getLogger(RestJobs.class.getName());
  private static final long FLUSH_MILLIS = 500;
  private static final long PURGE_MINUTES = 60;
  private static final int PURGE_PORTION = 1000;

  @Inject RestEventLog log;
  @Inject RestEventStore store;
  @Inject AnswerStore answers;
  @Inject RuntimeSettings settings;
  @Inject ServiceState state;
  @Inject Clock clock;
  @Resource ManagedScheduledExecutorService scheduler;

  private ScheduledFuture<?> flushing;
  private ScheduledFuture<?> purging;

  void start(@Observes @Initialized(ApplicationScoped.class) Object context) {
    flushing =
        scheduler.scheduleWithFixedDelay(
            log::flush, FLUSH_MILLIS, FLUSH_MILLIS, TimeUnit.MILLISECONDS);
    purging = scheduler.scheduleWithFixedDelay(this::purge, 1, PURGE_MINUTES, TimeUnit.MINUTES);
  }

  void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object context) {
    flushing.cancel(false);
    purging.cancel(false);
    log.flush();
  }

  private void purge() {
    if (!state.isServing()) {
      return;
    }
    try {
      purge(Duration.ofDays(settings.rest().log().retainDays()), store::purge);
      purge(Duration.ofHours(settings.rest().idempotencyHours()), answers::purge);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Old rows of the REST tables stay for now", e);
    }
  }

  /** Portions keep every transaction short. */
  private void purge(Duration kept, ToIntBiFunction<Instant, Integer> portion) {
    Instant before = clock.instant().minus(kept);
    int deleted;
    do {
      deleted = portion.applyAsInt(before, PURGE_PORTION);
    } while (deleted == PURGE_PORTION && state.isServing());
  }
}
