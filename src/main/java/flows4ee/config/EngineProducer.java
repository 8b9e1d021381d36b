package flows4ee.config;

import flows4ee.engine.DiagramObjects;
import flows4ee.engine.DueTimers;
import flows4ee.engine.EngineAssembly;
import flows4ee.engine.ProcessEngine;
import flows4ee.engine.ProcessQueries;
import flows4ee.engine.TaskPages;
import flows4ee.persistence.SqlProcessQueries;
import flows4ee.persistence.SqlTransactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import javax.sql.DataSource;

/** Puts the engine on the application's database. */
@ApplicationScoped
public class EngineProducer {

  @Produces
  @Singleton
  SqlTransactions transactions(DataSource dataSource, DeploymentSettings deployment) {
    return new SqlTransactions(dataSource, deployment.database().lockTimeout());
  }

  @Produces
  @Singleton
  ProcessQueries queries(DataSource dataSource, SqlTransactions transactions, Clock clock) {
    return new SqlProcessQueries(dataSource, transactions, clock);
  }

  @Produces
  @Singleton
  TimerSettings timerSettings(SettingsReader reader) {
    return TimerSettings.from(reader);
  }

  @Produces
  @Singleton
  EngineAssembly assembly(
      SqlTransactions transactions,
      RuntimeConfiguration configuration,
      SettingsReader reader,
      DeploymentSettings deployment,
      TimerSettings timers,
      NamedHandlers handlers,
      Clock clock) {
    return new EngineAssembly(
        new EngineAssembly.Ports(
            transactions,
            new EngineRuntimeSettings(configuration, EngineLimits.from(reader)),
            QuerySource.from(reader, deployment.database()),
            handlers,
            SessionMailSender.ofServer(reader.text("f4a.mail.session")),
            clock,
            new SecureRandom(),
            new DueTimers.Claims(deployment.nodeId(), timers.batch(), timers.lease())));
  }

  @Produces
  @Singleton
  ProcessEngine engine(EngineAssembly assembly) {
    return assembly.engine();
  }

  @Produces
  @Singleton
  DiagramObjects diagramObjects(EngineAssembly assembly) {
    return assembly.diagramObjects();
  }

  @Produces
  @Singleton
  TaskPages taskPages(EngineAssembly assembly) {
    return assembly.taskPages();
  }
}
