package flows4ee.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import flows4ee.engine.model.VariableValue;
import flows4ee.engine.state.IdKind;
import flows4ee.engine.state.InstanceState;
import flows4ee.engine.state.ProcessVariable;
import flows4ee.engine.state.StoredDiagram;
import flows4ee.engine.state.Transaction;
import java.time.Duration;
import java.util.HashSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class StatementCountTest {

  @Parameter TestVendor vendor;
  private CountingDataSource counting;
  private SqlTransactions transactions;
  private StoredInstances instances;
  private StoredDiagram diagram;

  @BeforeEach
  void open() {
    counting = new CountingDataSource(vendor.shared().dataSource());
    transactions = new SqlTransactions(counting.dataSource(), Duration.ofSeconds(2));
    instances = new StoredInstances(transactions);
    diagram = instances.diagram();
    instances.create();
    counting.reset();
  }

  @Test
  void shouldTakeIdsFromABlock() {
    var ids = new HashSet<Long>();
    transactions.call(
        t -> {
          for (int i = 0; i < 120; i++) {
            ids.add(t.instances().nextId(IdKind.ROUND));
          }
          return null;
        });
    assertThat(ids).hasSize(120);
    assertThat(counting.statements()).hasSizeLessThanOrEqualTo(3);
  }

  @Test
  void shouldLockReadAndWriteInFewStatements() {
    long processId = instances.create().id();
    counting.reset();
    transactions.call(t -> changeAll(t, processId));
    assertThat(counting.statements().stream().distinct()).hasSize(5);
    assertThat(counting.commits()).isEqualTo(1);
    assertThat(counting.roundTrips()).isEqualTo(vendor == TestVendor.POSTGRESQL ? 2 : 5);
  }

  @Test
  void shouldWriteNothingWhereNothingChanged() {
    long processId = instances.create().id();
    counting.reset();
    transactions.call(
        t -> {
          t.instances().flush(t.instances().findLocked(processId).orElseThrow());
          return null;
        });
    assertThat(counting.statements()).hasSize(2);
  }

  @Test
  void shouldReadNothingOfAnInstanceThatIsNotWritten() {
    counting.reset();
    transactions.call(
        t -> {
          var state = t.instances().create(StoredRows.instance(t, diagram.id()));
          state.variablesOf(0).put(total(state));
          assertThat(state.timers().all()).isEmpty();
          assertThat(state.subscriptions().all()).isEmpty();
          assertThat(state.completedSteps()).isEmpty();
          t.instances().flush(state);
          return null;
        });
    assertThat(counting.statements()).hasSize(2).allMatch(sql -> sql.startsWith("insert into"));
  }

  private static Void changeAll(Transaction t, long processId) {
    var state = t.instances().findLocked(processId).orElseThrow();
    state.change(row -> row.lastUpdateBy = "JIM");
    for (var subflow : state.subflows().all()) {
      state.changeSubflow(subflow.id(), row -> row.current = "Activity_2");
    }
    for (int i = 0; i < 3; i++) {
      state.log().add(StoredInstances.completed(state, "A" + i));
    }
    t.instances().flush(state);
    return null;
  }

  private static ProcessVariable total(InstanceState state) {
    return new ProcessVariable(state.id(), 0, "Total", VariableValue.number(1));
  }
}
