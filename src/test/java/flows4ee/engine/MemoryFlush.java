package flows4ee.engine;

import flows4ee.engine.state.InstanceState;
import flows4ee.engine.state.ProcessVariable;
import flows4ee.engine.state.Rows;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Writes the changes of a state to the tables in memory. */
record MemoryFlush(MemoryTables tables) {

  void write(InstanceState state) {
    if (state.isCompletedStepsReset()) {
      tables.completedSteps.removeIf(row -> row.processId() == state.id());
    }
    write(state.instances(), tables.instances, row -> row.id());
    write(state.subflows(), tables.subflows, row -> row.id());
    write(state.touchedVariables(), tables.variables, MemoryFlush::key);
    state.subflows().deleted().forEach(gone -> cascade(gone.id()));
    write(state.timers(), tables.timers, row -> row.key());
    write(state.subscriptions(), tables.subscriptions, row -> row.id());
    write(state.callTree(), tables.callTree, row -> row.id());
    write(state.rounds(), tables.rounds, row -> row.id());
    write(state.deliveries(), tables.deliveries, row -> row.id());
    send(state);
    tables.completedSteps.addAll(state.log().completedSteps());
    tables.instanceEvents.addAll(state.log().instanceEvents());
    tables.stepEvents.addAll(state.log().stepEvents());
    tables.variableEvents.addAll(state.log().variableEvents());
  }

  private void send(InstanceState state) {
    for (var sent : state.outbox().all()) {
      if (!sent.subscription().isStart()) {
        tables.subscriptions.remove(sent.subscription().id());
        tables.deliveries.put(sent.delivery().id(), sent.delivery());
      }
    }
  }

  private void cascade(long subflowId) {
    tables.timers.values().removeIf(timer -> timer.subflowId() == subflowId);
    tables
        .subscriptions
        .values()
        .removeIf(open -> open.subflowId() != null && open.subflowId() == subflowId);
  }

  private static List<Object> key(ProcessVariable variable) {
    return List.of(variable.processId(), variable.key());
  }

  private static <K, S, R> void write(Rows<S, R> rows, Map<K, R> table, Function<R, K> key) {
    rows.deleted().forEach(row -> table.remove(key.apply(row)));
    rows.updated().forEach(row -> table.put(key.apply(row), row));
    rows.inserted().forEach(row -> table.put(key.apply(row), row));
  }
}
