package flows4ee.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The reads of the engine. None takes a lock; an unknown id gives an empty result. */
public interface ProcessQueries {

  Page<DiagramView> findDiagrams(DiagramSearch search, PageRequest page);

  Optional<DiagramView> findDiagram(long diagramId);

  /** The stored XML, byte for byte. */
  Optional<byte[]> findDiagramContent(long diagramId);

  /** Instances of a diagram with their variables; empty statuses mean all. */
  Page<ProcessView> findProcessesOf(long diagramId, List<String> statuses, PageRequest page);

  Optional<ProcessView> findProcess(long processId);

  boolean existsProcess(long processId);

  Page<ProcessView> findProcesses(ProcessSearch search, PageRequest page);

  /** Variables of one scope in order of upper-cased name. */
  Page<VariableView> findVariables(
      long processId, long scope, Optional<String> name, PageRequest page);

  Page<StepView> findSteps(long processId, PageRequest page);

  Optional<StepView> findStep(long subflowId);

  Page<WorkItemView> findWork(StepSearch search, PageRequest page);

  ActivityView findActivities(long processId);

  /** The call activities in reach of an instance with what they call, callers first. */
  Page<CalledDiagramView> findCalledDiagrams(long processId, PageRequest page);

  Page<SubscriptionView> findSubscriptions(SubscriptionSearch search, PageRequest page);

  Page<TimerView> findTimers(long processId, PageRequest page);

  /** Timers of all instances. */
  Page<FoundTimerView> findTimers(TimerSearch search, PageRequest page);

  Page<EventView> findEvents(long processId, EventSearch search, PageRequest page);

  Optional<SummaryView> findSummary(long processId);

  /** How often instances stood at the objects of a diagram, by BPMN id; only those reached. */
  Map<String, ObjectStatistics> findObjectStatistics(long diagramId);

  /** Summaries of instances in order of their periods. */
  Page<InstanceStatistics> findInstanceStatistics(StatisticsSearch search, PageRequest page);

  /** Summaries of steps in order of their periods. */
  Page<StepStatistics> findStepStatistics(StatisticsSearch search, PageRequest page);
}
