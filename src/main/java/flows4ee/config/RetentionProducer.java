package flows4ee.config;

import flows4ee.engine.EngineAssembly;
import flows4ee.engine.Retention;
import flows4ee.engine.RetentionPolicy;
import flows4ee.persistence.SqlRetentionStore;
import flows4ee.persistence.SqlStatisticsStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Period;
import java.time.ZoneId;
import java.util.Optional;
import javax.sql.DataSource;

/** The daily jobs on the application's database, with the run-time keys as they are then. */
@ApplicationScoped
public class RetentionProducer {

  @Produces
  @Singleton
  Retention retention(
      EngineAssembly engine,
      DataSource dataSource,
      RuntimeConfiguration configuration,
      DeploymentSettings deployment,
      Clock clock) {
    return engine.retention(
        new SqlRetentionStore(dataSource),
        new SqlStatisticsStore(dataSource),
        () -> policy(configuration),
        new Retention.Node(deployment.nodeId(), clock.withZone(ZoneId.systemDefault())));
  }

  private static RetentionPolicy policy(RuntimeConfiguration configuration) {
    Optional<Period> instances =
        configuration.flag(RuntimeKey.COMPLETED_PRCS_PURGING)
            ? Optional.of(days(configuration, RuntimeKey.COMPLETED_PRCS_PURGE_DAYS))
            : Optional.empty();
    return new RetentionPolicy(
        configuration.flag(RuntimeKey.LOGGING_ARCHIVE_INSTANCE_SUMMARIES),
        instances,
        days(configuration, RuntimeKey.LOGGING_RETAIN_LOGS_DAYS),
        days(configuration, RuntimeKey.LOGGING_RETAIN_MESSAGE_FLOW_DAYS),
        new RetentionPolicy.Statistics(
            days(configuration, RuntimeKey.STATS_DAILY_DAYS),
            months(configuration, RuntimeKey.STATS_MONTHLY_MONTHS),
            months(configuration, RuntimeKey.STATS_QUARTERLY_MONTHS)));
  }

  private static Period days(RuntimeConfiguration configuration, RuntimeKey key) {
    return Period.ofDays(configuration.integer(key));
  }

  private static Period months(RuntimeConfiguration configuration, RuntimeKey key) {
    return Period.ofMonths(configuration.integer(key));
  }
}
