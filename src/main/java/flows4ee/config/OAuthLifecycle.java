package flows4ee.config;

import flows4ee.oauth.OAuthModule;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Starts the OAuth service once the schema is there, and keeps it going. */
@ApplicationScoped
public class OAuthLifecycle {

  private static final Logger LOG = Logger.getLogger(OAuthLifecycle.class.getName());
  private static final long SPACING_SECONDS = 5;

  /** Where the application is when nothing tells. */
  static final String FALLBACK_BASE = "http://127.0.0.1:8080/flows4apex";

  @Inject OAuthModule oauth;
  @Inject ConfiguredOAuthSettings settings;
  @Inject DeploymentSettings deployment;
  @Resource ManagedScheduledExecutorService scheduler;
  private ScheduledFuture<?> maintenance;

  /**
   * Makes the first client of a fresh development installation, loads or makes the signing keys,
   * reads declared clients.
   */
  public void start() {
    if (deployment.allowsFirstClient()) {
      createFirstClient();
    }
    oauth.start();
    maintenance =
        scheduler.scheduleWithFixedDelay(
            () -> run(oauth::maintain), SPACING_SECONDS, SPACING_SECONDS, TimeUnit.SECONDS);
  }

  /** Ends the regular work and writes what is only in memory. */
  public void stop() {
    if (maintenance != null) {
      maintenance.cancel(false);
      run(oauth::stop);
    }
  }

  private void createFirstClient() {
    try {
      oauth
          .firstClient()
          .createIfEmpty(deployment.dataDirectory(), settings.knownBase().orElse(FALLBACK_BASE))
          .ifPresent(file -> LOG.log(Level.INFO, "First client written to {0}", file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A failing run is repeated; an exception would end the schedule. */
  private static void run(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Regular work of the OAuth service failed", e);
    }
  }
}
