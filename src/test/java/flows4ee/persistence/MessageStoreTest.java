package flows4ee.persistence;

import static flows4ee.persistence.StoredRows.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flows4ee.engine.state.IdKind;
import flows4ee.engine.state.InstanceState;
import flows4ee.engine.state.LockTimeoutException;
import flows4ee.engine.state.MessageDelivery;
import flows4ee.engine.state.MessageSubscription;
import flows4ee.engine.state.ReceivedMessage;
import flows4ee.engine.state.RetryableException;
import flows4ee.engine.state.StoredDiagram;
import flows4ee.engine.state.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class MessageStoreTest {

  @Parameter TestVendor vendor;
  private SqlTransactions transactions;
  private StoredDiagram diagram;
  private InstanceState instance;
  private final String name = "paid " + UUID.randomUUID();

  @BeforeEach
  void open() {
    transactions = new SqlTransactions(vendor.shared().dataSource(), Duration.ofMillis(300));
    diagram = StoredRows.diagram(transactions);
    instance =
        call(
            t -> {
              var state = t.instances().create(StoredRows.instance(t, diagram.id()));
              state.subflows().put(StoredRows.subflow(t, state.instance()));
              t.instances().flush(state);
              return state;
            });
  }

  @Test
  void shouldFindExactlyTheKeyAndValueAskedFor() {
    var plain = subscribe(null, null);
    var keyed = subscribe("order", "1");
    var keyOnly = subscribe("order", null);
    assertThat(find(null, null)).isEqualTo(plain);
    assertThat(find("order", "1")).isEqualTo(keyed);
    assertThat(find("order", null)).isEqualTo(keyOnly);
    assertThat(find("order", "2")).isNull();
    assertThat(find(null, "1")).isNull();
  }

  @Test
  void shouldRefuseASecondSubscriptionAlsoWithoutKey() {
    subscribe(null, null);
    subscribe("order", null);
    assertThatThrownBy(() -> subscribe(null, null)).isInstanceOf(RetryableException.class);
    assertThatThrownBy(() -> subscribe("order", null)).isInstanceOf(RetryableException.class);
  }

  @Test
  void shouldConsumeASubscriptionOnce() {
    var subscription = subscribe("order", "1");
    assertThat(consume(subscription)).isTrue();
    assertThat(consume(subscription)).isFalse();
    assertThat(find("order", "1")).isNull();
  }

  @Test
  void shouldGoOnAfterALockedSubscription() {
    var subscription = subscribe("order", "1");
    try (var holder = transactions.beginApart()) {
      assertThat(holder.messages().findLocked(name, "order", "1")).contains(subscription);
      boolean isUsable =
          call(
              t -> {
                assertThatThrownBy(() -> t.messages().findLocked(name, "order", "1"))
                    .isInstanceOf(LockTimeoutException.class);
                return t.instances().exists(instance.id());
              });
      assertThat(isUsable).isTrue();
    }
  }

  @Test
  void shouldKeepStartSubscriptionsOfADiagram() {
    var start =
        call(
            t -> {
              var row =
                  new MessageSubscription(
                      t.instances().nextId(IdKind.SUBSCRIPTION),
                      name,
                      null,
                      null,
                      null,
                      null,
                      null,
                      diagram.id(),
                      "bpmn:startEvent",
                      "Start_1",
                      null,
                      NOW);
              t.messages().insert(row);
              return row;
            });
    assertThat(find(null, null)).isEqualTo(start);
    assertThat(startSubscriptions()).containsExactly(start);
    call(
        t -> {
          t.messages().deleteStartSubscriptions(diagram.id());
          return true;
        });
    assertThat(startSubscriptions()).isEmpty();
  }

  @Test
  void shouldFindInstancesWithWaitingDeliveries() {
    call(
        t -> {
          for (int i = 0; i < 2; i++) {
            long id = t.instances().nextId(IdKind.DELIVERY);
            t.messages().accept(delivery(id, instance.id()));
          }
          return true;
        });
    assertThat(waiting(NOW)).doesNotContain(instance.id());
    assertThat(waiting(NOW.plusSeconds(1))).containsOnlyOnce(instance.id());
  }

  @Test
  void shouldLogAReceivedMessage() throws Exception {
    call(
        t -> {
          t.messages().log(received("payload", true));
          t.messages().log(received(null, false));
          return true;
        });
    try (var connection = vendor.shared().dataSource().getConnection();
        var statement =
            connection.prepareStatement(
                """
                select count(*) from flow_received_message_log
                 where lgrx_message_name = ? and lgrx_was_correlated""")) {
      statement.setString(1, name);
      var rows = statement.executeQuery();
      rows.next();
      assertThat(rows.getInt(1)).isEqualTo(1);
    }
  }

  static MessageDelivery delivery(long id, long processId) {
    return new MessageDelivery(id, processId, 1, null, "Event_1", null, null, NOW);
  }

  private ReceivedMessage received(String payload, boolean isCorrelated) {
    return new ReceivedMessage(name, "k", "v", payload, 1L, null, NOW, isCorrelated, "comment");
  }

  private MessageSubscription subscribe(String key, String value) {
    return call(
        t -> {
          var state = t.instances().findLocked(instance.id()).orElseThrow();
          var subflow = state.subflows().all().get(0);
          var subscription = StoredRows.subscription(t, subflow, name, key, value);
          state.subscriptions().put(subscription);
          t.instances().flush(state);
          return subscription;
        });
  }

  private boolean consume(MessageSubscription subscription) {
    return call(t -> t.messages().consume(subscription.id()));
  }

  private List<MessageSubscription> startSubscriptions() {
    return call(t -> t.messages().findStartSubscriptions(diagram.id()));
  }

  private List<Long> waiting(Instant acceptedBefore) {
    return call(t -> t.messages().findWaitingDeliveries(acceptedBefore, 1000));
  }

  private MessageSubscription find(String key, String value) {
    return call(t -> t.messages().find(name, key, value)).orElse(null);
  }

  private <T> T call(Function<Transaction, T> work) {
    return transactions.call(work);
  }
}
