package flows4ee.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import flows4ee.engine.state.CallTreeEntry;
import flows4ee.engine.state.MessageDelivery;
import flows4ee.engine.state.OutgoingMessage;
import flows4ee.engine.state.ProcessStatus;
import flows4ee.engine.state.Transaction;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class InstanceStoreTest {

  @Parameter TestVendor vendor;
  private SqlTransactions transactions;
  private StoredInstances instances;

  @BeforeEach
  void open() {
    transactions = new SqlTransactions(vendor.shared().dataSource(), Duration.ofSeconds(2));
    instances = new StoredInstances(transactions);
  }

  @Test
  void shouldReadAnInstanceAsItWasWritten() {
    var written = instances.create(state -> {});
    instances.read(
        written.id(),
        state -> {
          assertThat(state.instance()).isEqualTo(written.instance());
          assertThat(state.subflows().all()).isEqualTo(written.subflows().all());
          assertThat(state.contentHash(instances.diagram().id()))
              .isEqualTo(instances.diagram().contentHash());
        });
  }

  @Test
  void shouldFindTheInstanceOfASubflow() {
    var written = instances.create(state -> {});
    long subflowId = written.subflows().all().get(0).id();
    long found =
        transactions.call(t -> t.instances().findLockedBySubflow(subflowId).orElseThrow().id());
    assertThat(found).isEqualTo(written.id());
  }

  @Test
  void shouldFindNoInstanceOfAnUnknownSubflow() {
    boolean isFound =
        transactions.call(t -> t.instances().findLockedBySubflow(Long.MAX_VALUE).isPresent());
    assertThat(isFound).isFalse();
  }

  @Test
  void shouldDeleteAnInstanceWithAllButItsEventLogs() throws SQLException {
    var written =
        instances.create(
            state -> {
              instances.addEverything(state);
              instances.addEvents(state);
            });
    transactions.call(
        t -> {
          t.instances().delete(written.id());
          return null;
        });
    assertThat(count("flow_subflows", "sbfl_prcs_id", written.id())).isZero();
    assertThat(count("flow_timers", "timr_prcs_id", written.id())).isZero();
    assertThat(count("flow_message_subscriptions", "msub_prcs_id", written.id())).isZero();
    assertThat(count("flow_message_deliveries", "mdlv_prcs_id", written.id())).isZero();
    assertThat(count("flow_instance_diagrams", "prdg_prcs_id", written.id())).isZero();
    assertThat(count("flow_iterations", "iter_prcs_id", written.id())).isZero();
    assertThat(count("flow_subflow_log", "sflg_prcs_id", written.id())).isZero();
    assertThat(count("flow_instance_event_log", "lgpr_prcs_id", written.id())).isEqualTo(1);
    assertThat(count("flow_step_event_log", "lgsf_prcs_id", written.id())).isEqualTo(1);
    assertThat(count("flow_variable_event_log", "lgvr_prcs_id", written.id())).isEqualTo(2);
  }

  @Test
  void shouldAppendEventsWithoutAnInstanceState() throws SQLException {
    var written = instances.create(state -> {});
    transactions.call(
        t -> {
          t.instances().append(List.of(StoredInstances.event(written, "x".repeat(3000))));
          return null;
        });
    assertThat(count("flow_instance_event_log", "lgpr_prcs_id", written.id())).isEqualTo(1);
  }

  @Test
  void shouldFindTheInstancesOfADiagram() {
    var running = instances.create(state -> {});
    var ended =
        instances.create(state -> state.change(row -> row.status = ProcessStatus.TERMINATED));
    var calling = StoredRows.diagram(transactions);
    var caller =
        instances.create(
            calling,
            state ->
                state
                    .callTree()
                    .put(
                        new CallTreeEntry(
                            1, null, state.id(), instances.diagram().id(), null, null, null)));
    List<Long> all =
        transactions.call(t -> t.instances().findByDiagram(instances.diagram().id(), false));
    List<Long> active =
        transactions.call(t -> t.instances().findByDiagram(instances.diagram().id(), true));
    assertThat(all).containsExactly(running.id(), ended.id(), caller.id());
    assertThat(active).containsExactly(running.id(), caller.id());
  }

  @Test
  void shouldTellWhetherAnInstanceExists() {
    var written = instances.create(state -> {});
    assertThat(found(t -> t.instances().exists(written.id()))).isTrue();
    assertThat(found(t -> t.instances().exists(Long.MAX_VALUE))).isFalse();
  }

  @Test
  void shouldConsumeTheSubscriptionOfASentMessageAndDeliverIt() {
    var receiver = instances.create(instances::addEverything);
    var subscription = receiver.subscriptions().all().get(0);
    instances.create(
        state ->
            state
                .outbox()
                .put(
                    new OutgoingMessage(
                        subscription, StoredInstances.delivery(receiver, "sent", 1_000_000))));
    instances.read(
        receiver.id(),
        state -> {
          assertThat(state.subscriptions().all()).isEmpty();
          assertThat(state.deliveries().all())
              .extracting(MessageDelivery::payload)
              .contains("sent");
        });
  }

  private boolean found(Function<Transaction, Boolean> question) {
    return transactions.call(question);
  }

  private int count(String table, String column, long id) throws SQLException {
    try (var connection = vendor.shared().dataSource().getConnection();
        var statement =
            connection.prepareStatement(
                "select count(*) from " + table + " where " + column + " = ?")) {
      statement.setLong(1, id);
      try (var rows = statement.executeQuery()) {
        rows.next();
        return rows.getInt(1);
      }
    }
  }
}
