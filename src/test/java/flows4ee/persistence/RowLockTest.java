package flows4ee.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flows4ee.engine.state.IdKind;
import flows4ee.engine.state.LockTimeoutException;
import flows4ee.engine.state.StoredDiagram;
import flows4ee.engine.state.SubflowStatus;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class RowLockTest {

  @Parameter TestVendor vendor;
  private SqlTransactions transactions;
  private StoredInstances instances;
  private StoredDiagram diagram;

  @BeforeEach
  void open() {
    transactions = new SqlTransactions(vendor.shared().dataSource(), Duration.ofMillis(300));
    instances = new StoredInstances(transactions);
    diagram = instances.diagram();
  }

  @Test
  void shouldGiveUpWaitingForALockedInstance() {
    long processId = instances.create().id();
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
    long processId = instances.create().id();
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
    long processId = instances.create().id();
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
      long created = elsewhere(() -> instances.create().id());
      assertThat(isFound).isTrue();
      assertThat(created).isPositive();
    }
  }

  private boolean lock(long processId) {
    return transactions.call(t -> t.instances().findLocked(processId).isPresent());
  }

  private SubflowStatus status(long processId) {
    return transactions.call(
        t -> t.instances().findLocked(processId).orElseThrow().subflows().all().get(0).status());
  }

  private static <T> T elsewhere(Supplier<T> work) {
    try {
      return CompletableFuture.supplyAsync(work).join();
    } catch (CompletionException e) {
      throw (RuntimeException) e.getCause();
    }
  }
}
