package flows4ee.config;

import flows4ee.engine.Retention;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.CronTrigger;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.concurrent.ScheduledFuture;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Runs the daily jobs at the time of {@code f4a.jobs.cron}. Every node asks; the one that gets the
 * lease does them.
 */
@ApplicationScoped
public class RetentionJobs {

  private static final Logger LOG = Logger.getLogger(RetentionJobs.class.getName());
  private static final String TWO_AT_NIGHT = "0 0 2 * * *";

  @Inject Retention retention;
  @Inject SettingsReader reader;
  @Inject ServiceState state;
  @Resource ManagedScheduledExecutorService scheduler;

  private ScheduledFuture<?> run;

  void start(@Observes @Initialized(ApplicationScoped.class) Object context) {
    CronTrigger trigger = reader.cron("f4a.jobs.cron", TWO_AT_NIGHT, ZoneId.systemDefault());
    run = scheduler.schedule(this::run, trigger);
  }

  void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object context) {
    run.cancel(false);
  }

  private void run() {
    if (!state.isServing()) {
      return;
    }
    try {
      retention.run();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "The daily jobs failed and are tried again tomorrow", e);
    }
  }
}
