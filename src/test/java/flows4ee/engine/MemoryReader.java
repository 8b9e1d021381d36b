package flows4ee.engine;

import flows4ee.engine.state.CallTreeEntry;
import flows4ee.engine.state.CompletedStep;
import flows4ee.engine.state.InstanceReader;
import flows4ee.engine.state.IterationRound;
import flows4ee.engine.state.MessageDelivery;
import flows4ee.engine.state.MessageSubscription;
import flows4ee.engine.state.ProcessVariable;
import flows4ee.engine.state.Timer;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/** Reads the rows of one instance from memory. */
record MemoryReader(MemoryTables tables) implements InstanceReader {

  @Override
  public Collection<ProcessVariable> variables(long processId, long scope) {
    return variables(processId).stream().filter(row -> row.scope() == scope).toList();
  }

  @Override
  public Collection<ProcessVariable> variables(long processId) {
    return tables.variables.values().stream().filter(row -> row.processId() == processId).toList();
  }

  @Override
  public Collection<Timer> timers(long processId) {
    return tables.timers.values().stream().filter(row -> row.processId() == processId).toList();
  }

  @Override
  public Collection<MessageSubscription> subscriptions(long processId) {
    return tables.subscriptions.values().stream()
        .filter(row -> Objects.equals(row.processId(), processId))
        .toList();
  }

  @Override
  public Collection<CallTreeEntry> callTree(long processId) {
    return tables.callTree.values().stream().filter(row -> row.processId() == processId).toList();
  }

  @Override
  public Collection<IterationRound> rounds(long processId) {
    return tables.rounds.values().stream().filter(row -> row.processId() == processId).toList();
  }

  @Override
  public Collection<MessageDelivery> deliveries(long processId) {
    return tables.deliveries.values().stream().filter(row -> row.processId() == processId).toList();
  }

  @Override
  public List<CompletedStep> completedSteps(long processId) {
    return tables.completedSteps.stream().filter(row -> row.processId() == processId).toList();
  }

  @Override
  public boolean hasVariables(long processId, long scope) {
    return !variables(processId, scope).isEmpty();
  }

  @Override
  public String contentHash(long diagramId) {
    return tables.diagrams.get(diagramId).contentHash();
  }
}
