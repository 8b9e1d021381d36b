package flows4ee.persistence;

import flows4ee.engine.ActivityView;
import flows4ee.engine.CalledDiagramView;
import flows4ee.engine.DiagramSearch;
import flows4ee.engine.DiagramView;
import flows4ee.engine.EventSearch;
import flows4ee.engine.EventView;
import flows4ee.engine.FoundTimerView;
import flows4ee.engine.InstanceStatistics;
import flows4ee.engine.ObjectStatistics;
import flows4ee.engine.Page;
import flows4ee.engine.PageRequest;
import flows4ee.engine.ProcessQueries;
import flows4ee.engine.ProcessSearch;
import flows4ee.engine.ProcessView;
import flows4ee.engine.StatisticsSearch;
import flows4ee.engine.StepSearch;
import flows4ee.engine.StepStatistics;
import flows4ee.engine.StepView;
import flows4ee.engine.SubscriptionSearch;
import flows4ee.engine.SubscriptionView;
import flows4ee.engine.SummaryView;
import flows4ee.engine.TimerSearch;
import flows4ee.engine.TimerView;
import flows4ee.engine.VariableView;
import flows4ee.engine.WorkItemView;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The reads of the engine over JDBC, each on a connection of its own, or on that of the transaction
 * which the calling thread has open.
 */
public final class SqlProcessQueries implements ProcessQueries {

  private final Jdbc jdbc;
  private final Clock clock;

  /**
   * Reads from this database.
   *
   * @param clock what the age of a running instance is told by
   */
  public SqlProcessQueries(DataSource dataSource, Clock clock) {
    this.jdbc = new Jdbc(dataSource);
    this.clock = clock;
  }

  /** Reads from this database, and within these transactions. */
  public SqlProcessQueries(DataSource dataSource, SqlTransactions transactions, Clock clock) {
    this.jdbc = new Jdbc(dataSource, transactions::openConnection);
    this.clock = clock;
  }

  @Override
  public Page<DiagramView> findDiagrams(DiagramSearch search, PageRequest page) {
    return jdbc.read(connection -> SqlDiagramQuery.find(connection, search, page));
  }

  @Override
  public Optional<DiagramView> findDiagram(long diagramId) {
    return jdbc.read(connection -> SqlDiagramQuery.find(connection, diagramId));
  }

  @Override
  public Optional<byte[]> findDiagramContent(long diagramId) {
    return jdbc.read(connection -> SqlDiagramQuery.findContent(connection, diagramId));
  }

  @Override
  public Page<ProcessView> findProcessesOf(
      long diagramId, List<String> statuses, PageRequest page) {
    return jdbc.read(connection -> SqlProcessQuery.findOf(connection, diagramId, statuses, page));
  }

  @Override
  public Optional<ProcessView> findProcess(long processId) {
    return jdbc.read(connection -> SqlProcessQuery.find(connection, processId));
  }

  @Override
  public boolean existsProcess(long processId) {
    return jdbc.read(connection -> SqlProcessQuery.exists(connection, processId));
  }

  @Override
  public Page<ProcessView> findProcesses(ProcessSearch search, PageRequest page) {
    return jdbc.read(connection -> SqlProcessQuery.find(connection, search, page));
  }

  @Override
  public Page<VariableView> findVariables(
      long processId, long scope, Optional<String> name, PageRequest page) {
    return jdbc.read(connection -> SqlVariableQuery.find(connection, processId, scope, name, page));
  }

  @Override
  public Page<StepView> findSteps(long processId, PageRequest page) {
    return jdbc.read(connection -> SqlStepQuery.findOf(connection, processId, page));
  }

  @Override
  public Optional<StepView> findStep(long subflowId) {
    return jdbc.read(connection -> SqlStepQuery.find(connection, subflowId));
  }

  @Override
  public Page<WorkItemView> findWork(StepSearch search, PageRequest page) {
    return jdbc.read(connection -> SqlWorkQuery.find(connection, search, page));
  }

  @Override
  public ActivityView findActivities(long processId) {
    return jdbc.read(connection -> SqlInstanceQuery.findActivities(connection, processId));
  }

  @Override
  public Page<CalledDiagramView> findCalledDiagrams(long processId, PageRequest page) {
    return jdbc.read(
        connection -> SqlInstanceQuery.findCalledDiagrams(connection, processId, page));
  }

  @Override
  public Page<SubscriptionView> findSubscriptions(SubscriptionSearch search, PageRequest page) {
    return jdbc.read(connection -> SqlInstanceQuery.findSubscriptions(connection, search, page));
  }

  @Override
  public Page<TimerView> findTimers(long processId, PageRequest page) {
    return jdbc.read(connection -> SqlTimerQuery.findOf(connection, processId, page));
  }

  @Override
  public Page<FoundTimerView> findTimers(TimerSearch search, PageRequest page) {
    return jdbc.read(connection -> SqlTimerQuery.find(connection, search, page));
  }

  @Override
  public Page<EventView> findEvents(long processId, EventSearch search, PageRequest page) {
    return jdbc.read(connection -> SqlEventQuery.find(connection, processId, search, page));
  }

  @Override
  public Optional<SummaryView> findSummary(long processId) {
    return jdbc.read(connection -> SqlSummaryQuery.find(connection, processId, clock.instant()));
  }

  @Override
  public Map<String, ObjectStatistics> findObjectStatistics(long diagramId) {
    return jdbc.read(connection -> SqlObjectStatistics.find(connection, diagramId));
  }

  @Override
  public Page<InstanceStatistics> findInstanceStatistics(
      StatisticsSearch search, PageRequest page) {
    return jdbc.read(connection -> SqlPeriodStatistics.instances(connection, search, page));
  }

  @Override
  public Page<StepStatistics> findStepStatistics(StatisticsSearch search, PageRequest page) {
    return jdbc.read(connection -> SqlPeriodStatistics.steps(connection, search, page));
  }
}
