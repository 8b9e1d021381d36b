package flows4ee.engine.state;

import java.util.Collection;
import java.util.List;

/** Reads the rows of one locked instance that a call may or may not need. */
public interface InstanceReader {

  Collection<ProcessVariable> variables(long processId, long scope);

  /** The variables of all scopes. */
  Collection<ProcessVariable> variables(long processId);

  Collection<Timer> timers(long processId);

  Collection<MessageSubscription> subscriptions(long processId);

  Collection<CallTreeEntry> callTree(long processId);

  Collection<IterationRound> rounds(long processId);

  /** Messages accepted and not yet handled, oldest first. */
  Collection<MessageDelivery> deliveries(long processId);

  /** Completed objects in order of completion. */
  List<CompletedStep> completedSteps(long processId);

  /** Whether any variable of the instance stands in that scope. */
  boolean hasVariables(long processId, long scope);

  /** Hash of the content of a diagram, under which its compiled model is cached. */
  String contentHash(long diagramId);
}
