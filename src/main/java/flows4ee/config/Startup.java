package flows4ee.config;

import static jakarta.interceptor.Interceptor.Priority.LIBRARY_BEFORE;

import flows4ee.oauth.MasterKey;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Starts and stops the application.
 *
 * <p>A wrong setting fails the deployment. A missing database does not: the application answers 503
 * and tries again until the database is there. Stopping refuses new calls first and lets the
 * running ones end within {@code f4a.shutdown.grace}.
 */
@ApplicationScoped
public class Startup {

  private static final Logger LOG = Logger.getLogger(Startup.class.getName());
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE_FOR_DATABASE = Duration.ofSeconds(5);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
  private static final int VALIDATION_SECONDS = 2;

  @Inject DeploymentSettings settings;
  @Inject DataSourceProducer dataSources;
  @Inject DataSource dataSource;
  @Inject EntityManagerFactory persistence;
  @Inject MasterKey masterKey;
  @Inject OAuthLifecycle oauth;
  @Inject ConsoleLifecycle console;
  @Inject ServiceState state;
  @Resource ManagedScheduledExecutorService scheduler;

  void start(@Observes @Initialized(ApplicationScoped.class) Object context) {
    ConfigurationKeys.unknownAmong(ConfigProvider.getConfig().getPropertyNames())
        .forEach(key -> LOG.log(Level.WARNING, "Unknown key in the configuration: {0}", key));
    attempt(FIRST_PAUSE);
  }

  /** Comes before the other observers: they stop the background work that running calls need. */
  void stop(
      @Observes @Priority(LIBRARY_BEFORE) @BeforeDestroyed(ApplicationScoped.class)
          Object context) {
    int cutOff = state.stopWithin(settings.shutdownGrace());
    if (cutOff > 0) {
      LOG.log(Level.WARNING, "Stopping although {0} calls are still running", cutOff);
    }
    oauth.stop();
    LOG.log(Level.INFO, "Flows for Jakarta EE has stopped, node {0}", settings.nodeId());
  }

  private void attempt(Duration pause) {
    if (state.isStopping()) {
      return;
    }
    if (!isDatabaseThere()) {
      tryAgain(pause, LONGEST_PAUSE_FOR_DATABASE);
      return;
    }
    try {
      open();
    } catch (SQLException | RuntimeException e) {
      LOG.log(Level.SEVERE, "Start failed, calls are answered 503 until it succeeds", e);
      tryAgain(pause, LONGEST_PAUSE);
    }
  }

  private void open() throws SQLException {
    var migration = new SchemaMigration(dataSources.migrationDataSource(dataSource));
    migration.run(settings.database().migration());
    persistence.createEntityManager().close();
    oauth.start();
    console.start();
    state.serve();
    LOG.log(Level.INFO, "Flows for Jakarta EE is ready, node {0}", settings.nodeId());
  }

  private boolean isDatabaseThere() {
    try (var connection = dataSource.getConnection()) {
      return connection.isValid(VALIDATION_SECONDS);
    } catch (SQLException | IllegalStateException e) {
      LOG.log(Level.WARNING, "The database does not answer: {0}", e.getMessage());
      return false;
    }
  }

  private void tryAgain(Duration pause, Duration longest) {
    var next = pause.multipliedBy(2);
    scheduler.schedule(
        () -> attempt(next.compareTo(longest) < 0 ? next : longest),
        pause.toMillis(),
        TimeUnit.MILLISECONDS);
  }
}
