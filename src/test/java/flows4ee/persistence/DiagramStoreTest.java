package flows4ee.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flows4ee.engine.state.DiagramStatus;
import flows4ee.engine.state.IdKind;
import flows4ee.engine.state.RetryableException;
import flows4ee.engine.state.StoredDiagram;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class DiagramStoreTest {

  @Parameter TestVendor vendor;
  private SqlTransactions transactions;
  private StoredDiagram diagram;

  @BeforeEach
  void open() {
    transactions = new SqlTransactions(vendor.shared().dataSource(), Duration.ofSeconds(2));
    diagram = StoredRows.diagram(transactions);
  }

  @Test
  void shouldFindADiagramWithoutItsContent() {
    transactions.call(
        t -> {
          var diagrams = t.diagrams();
          assertThat(diagrams.find(diagram.id())).contains(diagram);
          assertThat(diagrams.findLocked(diagram.id())).contains(diagram);
          assertThat(diagrams.findShared(diagram.id())).contains(diagram);
          assertThat(diagrams.find(diagram.name(), "1.0")).contains(diagram);
          assertThat(diagrams.find(diagram.name(), "2.0")).isEmpty();
          assertThat(diagrams.findByName(diagram.name())).containsExactly(diagram);
          assertThat(diagrams.content(diagram.id())).asString().isEqualTo("<definitions/>");
          return null;
        });
  }

  @Test
  void shouldKeepTheContentOfAnUpdateWithoutContent() {
    update(diagram.with(row -> row.description = null));
    transactions.call(
        t -> {
          assertThat(t.diagrams().find(diagram.id()).orElseThrow().description()).isNull();
          assertThat(t.diagrams().content(diagram.id())).asString().isEqualTo("<definitions/>");
          return null;
        });
  }

  @Test
  void shouldReplaceTheContent() {
    byte[] content = new byte[200_000];
    update(diagram.with(row -> row.content = content));
    byte[] stored = transactions.call(t -> t.diagrams().content(diagram.id()));
    assertThat(stored).isEqualTo(content);
  }

  @Test
  void shouldFindTheReleasedVersion() {
    boolean isReleased =
        transactions.call(t -> t.diagrams().findReleased(diagram.name()).isPresent());
    assertThat(isReleased).isFalse();
    var released = diagram.with(row -> row.status = DiagramStatus.RELEASED);
    update(released);
    var found = transactions.call(t -> t.diagrams().findReleased(diagram.name()));
    assertThat(found).contains(released);
  }

  @Test
  void shouldRefuseASecondReleasedVersion() {
    update(diagram.with(row -> row.status = DiagramStatus.RELEASED));
    assertThatThrownBy(
            () ->
                insertCopy(
                    row -> {
                      row.version = "2.0";
                      row.status = DiagramStatus.RELEASED;
                    }))
        .isInstanceOf(RetryableException.class);
  }

  @Test
  void shouldRefuseASecondDiagramOfTheSameVersion() {
    assertThatThrownBy(() -> insertCopy(row -> {})).isInstanceOf(RetryableException.class);
  }

  @Test
  void shouldDeleteADiagramAndKeepItsEvents() throws Exception {
    transactions.call(
        t -> {
          t.diagrams().logEvent(diagram, "deleted", "JANE", null);
          t.diagrams().delete(diagram.id());
          return null;
        });
    boolean isFound = transactions.call(t -> t.diagrams().find(diagram.id()).isPresent());
    assertThat(isFound).isFalse();
    try (var connection = vendor.shared().dataSource().getConnection();
        var statement =
            connection.prepareStatement(
                """
                select lgfl_event from flow_diagram_event_log
                 where lgfl_dgrm_id = ? and lgfl_timestamp <= current_timestamp""")) {
      statement.setLong(1, diagram.id());
      var rows = statement.executeQuery();
      assertThat(rows.next()).isTrue();
      assertThat(rows.getString(1)).isEqualTo("deleted");
    }
  }

  @Test
  void shouldNotDeleteADiagramInUse() {
    transactions.call(
        t -> {
          var state = t.instances().create(StoredRows.instance(t, diagram.id()));
          t.instances().flush(state);
          return null;
        });
    assertThatThrownBy(
            () ->
                transactions.call(
                    t -> {
                      t.diagrams().delete(diagram.id());
                      return null;
                    }))
        .isInstanceOf(RetryableException.class);
  }

  private void update(StoredDiagram changed) {
    transactions.call(
        t -> {
          t.diagrams().update(changed);
          return null;
        });
  }

  private void insertCopy(Consumer<StoredDiagram.Builder> change) {
    transactions.call(
        t -> {
          long id = t.instances().nextId(IdKind.DIAGRAM);
          var copy =
              diagram.with(
                  row -> {
                    row.id = id;
                    row.content = new byte[] {1};
                  });
          t.diagrams().insert(copy.with(change));
          return null;
        });
  }
}
