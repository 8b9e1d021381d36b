package flows4ee.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flows4ee.engine.state.RetryableException;
import flows4ee.engine.state.StoreUnavailableException;
import flows4ee.engine.state.StoredDiagram;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Duration;
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

  @Parameter TestVendor vendor;
  private CountingDataSource counting;
  private SqlTransactions transactions;
  private StoredDiagram diagram;

  @BeforeEach
  void open() {
    counting = new CountingDataSource(vendor.shared().dataSource());
    transactions = new SqlTransactions(counting.dataSource(), Duration.ofSeconds(2));
    diagram = StoredRows.diagram(transactions);
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
