package flows4ee.config;

import flows4ee.persistence.SqlAnswerStore;
import flows4ee.persistence.SqlRestEventStore;
import flows4ee.persistence.SqlSettingStore;
import flows4ee.persistence.SqlTransactions;
import flows4ee.rest.guard.AnswerStore;
import flows4ee.rest.guard.RestEventLog;
import flows4ee.rest.guard.RestEventQueue;
import flows4ee.rest.guard.RestEventStore;
import flows4ee.rest.guard.RuntimeSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import javax.sql.DataSource;

/** Makes what REST needs: its settings, the run-time configuration, the log of calls. */
@ApplicationScoped
public class RestProducer {

  @Produces
  @Singleton
  RuntimeConfiguration configuration(
      DataSource dataSource, SqlTransactions transactions, SettingsReader server, Clock clock) {
    return new RuntimeConfiguration(new SqlSettingStore(dataSource, transactions), server, clock);
  }

  @Produces
  @Singleton
  RuntimeSettings settings(RuntimeConfiguration configuration) {
    return new RestRuntimeSettings(configuration);
  }

  @Produces
  @Singleton
  RestEventStore eventStore(DataSource dataSource) {
    return new SqlRestEventStore(dataSource);
  }

  @Produces
  @Singleton
  RestEventLog eventLog(RestEventStore store) {
    return new RestEventQueue(store);
  }

  @Produces
  @Singleton
  AnswerStore answerStore(SqlTransactions transactions) {
    return new SqlAnswerStore(transactions);
  }
}
