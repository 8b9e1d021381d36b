package flows4ee.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flows4ee.engine.model.VariableValue;
import flows4ee.engine.state.IdKind;
import flows4ee.engine.state.InstanceState;
import flows4ee.engine.state.LockTimeoutException;
import flows4ee.engine.state.ProcessVariable;
import flows4ee.engine.state.RetryableException;
import flows4ee.engine.state.StoreUnavailableException;
import flows4ee.engine.state.StoredDiagram;
import flows4ee.engine.state.SubflowStatus;
import flows4ee.engine.state.Transaction;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class SqlTransactionsTest {

  @Parameter Vendor vendor;
  private CountingDataSource counting;
  private SqlTransactions transactions;
  private StoredDiagram diagram;

  @BeforeEach
  void open() {
    counting = new CountingDataSource(vendor.database().dataSource());
    transactions = new SqlTransactions(counting.dataSource(), Duration.ofMillis(300));
    diagram = StoredRows.diagram(transactions);
    transactions.call(t -> t.instances().nextId(IdKind.PROCESS));
    counting.reset();
  }

  @Test
  void shouldRollBackWithoutCommit() {
    try (var t = transactions.begin()) {
      t.diagrams().delete(diagram.id());
    }
    assertThat(isStored()).isTrue();
    assertThat(counting.openConnections()).isZero();
  }

  @Test
  void shouldHoldNoConnectionBeforeTheFirstStatementAndAfterTheCommit() {
    try (var t = transactions.begin()) {
      assertThat(counting.openConnections()).isZero();
      t.diagrams().find(diagram.id());
      assertThat(counting.openConnections()).isEqualTo(1);
      t.commit();
      assertThat(counting.openConnections()).isZero();
      t.diagrams().delete(diagram.id());
      t.commit();
    }
    assertThat(isStored()).isFalse();
  }

  @Test
  void shouldCommitAJoinedTransactionWithTheOuterOne() {
    try (var outer = transactions.begin()) {
      try (var inner = transactions.begin()) {
        assertThat(inner.connection()).isSameAs(outer.connection());
        inner.diagrams().delete(diagram.id());
        inner.commit();
      }
      assertThat(isStoredApart()).isTrue();
      outer.commit();
    }
    assertThat(isStored()).isFalse();
  }

  @Test
  void shouldTakeBackOnlyTheJoinedTransactionThatDidNotCommit() {
    var other = StoredRows.diagram(transactions);
    try (var outer = transactions.begin()) {
      outer.diagrams().delete(other.id());
      try (var inner = transactions.begin()) {
        inner.diagrams().delete(diagram.id());
      }
      outer.commit();
    }
    assertThat(isStored()).isTrue();
    assertThat(found(other.id())).isFalse();
  }

  @Test
  void shouldTakeBackAJoinedCommitWithTheOuterTransaction() {
    try (var outer = transactions.begin()) {
      try (var inner = transactions.begin()) {
        inner.diagrams().delete(diagram.id());
        inner.commit();
      }
      assertThat(outer.diagrams().find(diagram.id())).isEmpty();
    }
    assertThat(isStored()).isTrue();
  }

  @Test
  void shouldTryAJoinedTransactionAgainAfterAFailedStatement() {
    var other = StoredRows.diagram(transactions);
    try (var outer = transactions.begin()) {
      outer.diagrams().find(diagram.id());
      try (var inner = transactions.begin()) {
        inner.diagrams().delete(diagram.id());
        assertThatThrownBy(() -> inner.diagrams().insert(withContent(other)))
            .isInstanceOf(RetryableException.class);
      }
      try (var inner = transactions.begin()) {
        inner.diagrams().delete(other.id());
        inner.commit();
      }
      outer.commit();
    }
    assertThat(isStored()).isTrue();
    assertThat(found(other.id())).isFalse();
  }

  @Test
  void shouldCommitApartFromTheOpenTransaction() {
    try (var outer = transactions.begin()) {
      outer.diagrams().find(diagram.id());
      try (var apart = transactions.beginApart()) {
        apart.diagrams().delete(diagram.id());
        apart.commit();
      }
    }
    assertThat(isStored()).isFalse();
  }

  @Test
  void shouldGiveUpWaitingForALockedInstance() {
    long processId = createInstance();
    try (var holder = transactions.begin()) {
      holder.instances().findLocked(processId);
      assertThatThrownBy(() -> elsewhere(() -> lock(processId)))
          .isInstanceOf(LockTimeoutException.class);
      holder.commit();
    }
    boolean isLocked = elsewhere(() -> lock(processId));
    assertThat(isLocked).isTrue();
  }

  @Test
  void shouldSeeWhatWasCommittedWhileItWaitedForTheLock() {
    long processId = createInstance();
    CompletableFuture<SubflowStatus> waiting;
    try (var holder = transactions.begin()) {
      var state = holder.instances().findLocked(processId).orElseThrow();
      waiting = CompletableFuture.supplyAsync(() -> status(processId));
      state
          .subflows()
          .all()
          .forEach(s -> state.changeSubflow(s.id(), row -> row.status = SubflowStatus.SPLIT));
      holder.instances().flush(state);
      holder.commit();
    }
    assertThat(waiting.join()).isEqualTo(SubflowStatus.SPLIT);
  }

  @Test
  void shouldStoreAMessageForALockedInstance() {
    long processId = createInstance();
    try (var holder = transactions.begin()) {
      holder.instances().findLocked(processId);
      boolean isStored =
          elsewhere(
              () ->
                  transactions.call(
                      t -> {
                        long id = t.instances().nextId(IdKind.DELIVERY);
                        t.messages().accept(MessageStoreTest.delivery(id, processId));
                        return true;
                      }));
      assertThat(isStored).isTrue();
    }
  }

  @Test
  void shouldKeepADiagramFromOtherLocks() {
    try (var holder = transactions.begin()) {
      holder.diagrams().findLocked(diagram.id());
      assertThatThrownBy(
              () -> elsewhere(() -> transactions.call(t -> t.diagrams().findLocked(diagram.id()))))
          .isInstanceOf(LockTimeoutException.class);
    }
  }

  @Test
  void shouldCreateInstancesOfOneDiagramSideBySide() {
    try (var holder = transactions.begin()) {
      holder.diagrams().findShared(diagram.id());
      holder
          .instances()
          .flush(holder.instances().create(StoredRows.instance(holder, diagram.id())));
      boolean isFound =
          elsewhere(
              () -> transactions.call(t -> t.diagrams().findShared(diagram.id()).isPresent()));
      long created = elsewhere(this::createInstance);
      assertThat(isFound).isTrue();
      assertThat(created).isPositive();
    }
  }

  @Test
  void shouldRefuseWorkWithoutADatabase() {
    var broken =
        (DataSource)
            Proxy.newProxyInstance(
                DataSource.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (self, method, arguments) -> {
                  throw new SQLException("refused", "08001");
                });
    var unavailable = new SqlTransactions(broken, Duration.ofSeconds(2));
    assertThatThrownBy(() -> unavailable.call(t -> t.instances().exists(1)))
        .isInstanceOf(StoreUnavailableException.class);
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
    long processId = createInstance();
    counting.reset();
    transactions.call(t -> changeAll(t, processId));
    assertThat(counting.statements()).hasSize(5);
    assertThat(counting.commits()).isEqualTo(1);
  }

  @Test
  void shouldWriteNothingWhereNothingChanged() {
    long processId = createInstance();
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
      state.log().add(InstanceStoreTest.completed(state, "A" + i));
    }
    t.instances().flush(state);
    return null;
  }

  private static ProcessVariable total(InstanceState state) {
    return new ProcessVariable(state.id(), 0, "Total", VariableValue.number(1));
  }

  private long createInstance() {
    return transactions.call(
        t -> {
          var state = t.instances().create(StoredRows.instance(t, diagram.id()));
          state.subflows().put(StoredRows.subflow(t, state.instance()));
          t.instances().flush(state);
          return state.id();
        });
  }

  private boolean lock(long processId) {
    return transactions.call(t -> t.instances().findLocked(processId).isPresent());
  }

  private SubflowStatus status(long processId) {
    return transactions.call(
        t -> t.instances().findLocked(processId).orElseThrow().subflows().all().get(0).status());
  }

  private boolean isStored() {
    return found(diagram.id());
  }

  private boolean isStoredApart() {
    return elsewhere(this::isStored);
  }

  private boolean found(long diagramId) {
    return transactions.call(t -> t.diagrams().find(diagramId).isPresent());
  }

  private static StoredDiagram withContent(StoredDiagram diagram) {
    return diagram.with(row -> row.content = new byte[] {1});
  }

  private static <T> T elsewhere(Supplier<T> work) {
    try {
      return CompletableFuture.supplyAsync(work).join();
    } catch (CompletionException e) {
      throw (RuntimeException) e.getCause();
    }
  }
}
