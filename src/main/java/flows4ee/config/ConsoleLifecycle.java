package flows4ee.config;

import flows4ee.admin.console.ConsoleModule;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Offers the setup link of a fresh development installation and removes sessions that are over. */
@ApplicationScoped
public class ConsoleLifecycle {

  private static final Logger LOG = Logger.getLogger(ConsoleLifecycle.class.getName());
  private static final long PURGE_MINUTES = 10;

  @Inject ConsoleModule console;
  @Inject ConfiguredOAuthSettings settings;
  @Inject DeploymentSettings deployment;
  @Resource ManagedScheduledExecutorService scheduler;
  private ScheduledFuture<?> purging;

  /** To be called once the schema is there. */
  void start() {
    if (deployment.mode() == RunMode.DEVELOPMENT) {
      offerSetup();
    }
    purging =
        scheduler.scheduleWithFixedDelay(
            this::purge, PURGE_MINUTES, PURGE_MINUTES, TimeUnit.MINUTES);
  }

  void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object context) {
    if (purging != null) {
      purging.cancel(false);
    }
  }

  /** The token stands in the fragment, which browsers send to nobody. */
  private void offerSetup() {
    String base = settings.knownBase().orElse(OAuthLifecycle.FALLBACK_BASE);
    console
        .firstUser()
        .offer()
        .ifPresent(
            token ->
                LOG.log(
                    Level.INFO,
                    "Make the console''s first user within 24 hours at {0}/console/#/setup?token={1}",
                    new Object[] {base, token.text()}));
  }

  private void purge() {
    try {
      console.sessions().purge();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Sessions that are over stay for now", e);
    }
  }
}
