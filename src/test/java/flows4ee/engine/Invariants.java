package flows4ee.engine;

import static org.assertj.core.api.Assertions.assertThat;

import flows4ee.engine.check.InstanceRules;
import flows4ee.engine.check.InstanceSnapshot;
import flows4ee.engine.check.Violation;
import flows4ee.engine.state.ProcessInstance;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** What must hold of every instance whenever no call is running. */
final class Invariants {

  private final MemoryTables tables;

  Invariants(EngineFixture fixture) {
    this.tables = fixture.database.tables;
  }

  /** Checks all instances. */
  void check() {
    assertThat(tables.instances.values()).allSatisfy(i -> assertThat(violations(i)).isEmpty());
    assertThat(tables.subflows.values())
        .allMatch(subflow -> tables.instances.containsKey(subflow.processId()), "has an instance");
    assertThat(tables.timers.values())
        .allMatch(timer -> tables.subflows.containsKey(timer.subflowId()), "has a subflow");
    assertThat(tables.subscriptions.values())
        .allMatch(
            open -> open.isStart() || tables.subflows.containsKey(open.subflowId()),
            "has a subflow");
    assertThat(tables.rounds.values())
        .allMatch(round -> tables.subflows.containsKey(round.parentSubflow()), "has a subflow");
    assertThat(tables.variables.values())
        .allMatch(row -> tables.instances.containsKey(row.processId()), "has an instance");
  }

  private List<Violation> violations(ProcessInstance instance) {
    long id = instance.id();
    return InstanceRules.check(
        new InstanceSnapshot(
            instance,
            of(id, tables.subflows.values(), row -> row.processId()),
            of(id, tables.timers.values(), row -> row.processId()),
            of(id, tables.subscriptions.values(), row -> row.processId()),
            of(id, tables.deliveries.values(), row -> row.processId()),
            of(id, tables.variables.values(), row -> row.processId())));
  }

  private static <R> List<R> of(long id, Collection<R> rows, Function<R, Long> processId) {
    return rows.stream().filter(row -> Objects.equals(processId.apply(row), id)).toList();
  }
}
