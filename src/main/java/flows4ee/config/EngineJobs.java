package flows4ee.config;

import flows4ee.engine.EngineAssembly;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Fires due timers, picks up waiting messages and stranded steps on this node. */
@ApplicationScoped
public class EngineJobs {

  private static final Logger LOG = Logger.getLogger(EngineJobs.class.getName());
  private static final long WAITING_WORK_SECONDS = 5;
  private static final long STRANDED_STEPS_SECONDS = 60;

  @Inject EngineAssembly engine;
  @Inject TimerSettings timers;
  @Inject RuntimeConfiguration configuration;
  @Inject ServiceState state;
  @Resource ManagedScheduledExecutorService scheduler;

  private ScheduledFuture<?> timerRun;
  private ScheduledFuture<?> waitingRun;
  private ScheduledFuture<?> strandedRun;

  void start(@Observes @Initialized(ApplicationScoped.class) Object context) {
    long poll = timers.poll().toMillis();
    timerRun =
        scheduler.scheduleWithFixedDelay(
            () -> attempt(this::fireTimers), poll, poll, TimeUnit.MILLISECONDS);
    waitingRun =
        scheduler.scheduleWithFixedDelay(
            () -> attempt(() -> engine.waitingWork().handle()),
            WAITING_WORK_SECONDS,
            WAITING_WORK_SECONDS,
            TimeUnit.SECONDS);
    strandedRun =
        scheduler.scheduleWithFixedDelay(
            () -> attempt(() -> engine.strandedSteps().handle()),
            WAITING_WORK_SECONDS,
            STRANDED_STEPS_SECONDS,
            TimeUnit.SECONDS);
  }

  void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object context) {
    timerRun.cancel(false);
    waitingRun.cancel(false);
    strandedRun.cancel(false);
    run(() -> engine.dueTimers().release());
  }

  private void fireTimers() {
    if (!configuration.flag(RuntimeKey.TIMERS_ENABLED)) {
      return;
    }
    while (engine.dueTimers().fireBatch() == timers.batch() && state.isServing()) {
      Thread.yield();
    }
  }

  /** Counts as a call: a stop waits for it, and nothing begins once it has been asked for. */
  private void attempt(Runnable work) {
    if (!state.enter()) {
      return;
    }
    try {
      run(work);
    } finally {
      state.leave();
    }
  }

  /** A failing run is repeated; an exception would end the schedule. */
  private static void run(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Background work of the engine failed and is tried again", e);
    }
  }
}
