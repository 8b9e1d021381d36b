package flows4ee.persistence;

import static flows4ee.persistence.StoredRows.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import flows4ee.engine.model.VariableValue;
import flows4ee.engine.state.Assignment;
import flows4ee.engine.state.CallTreeEntry;
import flows4ee.engine.state.CompletedStep;
import flows4ee.engine.state.IdKind;
import flows4ee.engine.state.InstanceEvent;
import flows4ee.engine.state.InstanceState;
import flows4ee.engine.state.IterationRound;
import flows4ee.engine.state.IterationStatus;
import flows4ee.engine.state.LanePosition;
import flows4ee.engine.state.MessageDelivery;
import flows4ee.engine.state.OutgoingMessage;
import flows4ee.engine.state.ProcessStatus;
import flows4ee.engine.state.ProcessVariable;
import flows4ee.engine.state.StepEvent;
import flows4ee.engine.state.StoredDiagram;
import flows4ee.engine.state.Subflow;
import flows4ee.engine.state.SubflowStatus;
import flows4ee.engine.state.Transaction;
import flows4ee.engine.state.VariableEvent;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class InstanceStoreTest {

  @Parameter Vendor vendor;
  private SqlTransactions transactions;
  private StoredDiagram diagram;

  @BeforeEach
  void open() {
    transactions = new SqlTransactions(vendor.database().dataSource(), Duration.ofSeconds(2));
    diagram = StoredRows.diagram(transactions);
  }

  @Test
  void shouldReadAnInstanceAsItWasWritten() {
    var written = create(state -> {});
    read(
        written.id(),
        state -> {
          assertThat(state.instance()).isEqualTo(written.instance());
          assertThat(state.subflows().all()).isEqualTo(written.subflows().all());
          assertThat(state.contentHash(diagram.id())).isEqualTo(diagram.contentHash());
        });
  }

  @Test
  void shouldReadASubflowWithNothingOptionalSet() {
    var written = create(state -> {});
    var cleared =
        change(written.id(), state -> state.subflows().all().forEach(s -> clear(state, s)));
    read(
        written.id(),
        state -> assertThat(state.subflows().all()).isEqualTo(cleared.subflows().all()));
  }

  private static void clear(InstanceState state, Subflow subflow) {
    state.changeSubflow(
        subflow.id(),
        row -> {
          row.parentId = null;
          row.lastCompleted = null;
          row.current = null;
          row.becameCurrent = null;
          row.workStarted = null;
          row.dueOn = null;
          row.priority = null;
          row.hasEvents = null;
          row.isFollowingEventGateway = false;
          row.lane = new LanePosition("Lane_2", null, null, null);
          row.reservation = null;
          row.assignment = Assignment.NONE;
          row.iteration = null;
          row.status = SubflowStatus.SPLIT;
        });
  }

  @Test
  void shouldFindTheInstanceOfASubflow() {
    var written = create(state -> {});
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
  void shouldReadVariablesOfEveryType() {
    var values =
        List.of(
            VariableValue.text("Grüße \uD83D\uDE00"),
            VariableValue.text(null),
            VariableValue.number(new BigDecimal("-12345678901234567890.123456789")),
            VariableValue.number(new BigDecimal("1E+125")),
            VariableValue.date(LocalDateTime.parse("2031-10-26T02:30:00")),
            VariableValue.timestamp(
                ZonedDateTime.parse("2031-10-26T02:30:00.123456+01:00[Europe/Berlin]")),
            VariableValue.timestamp(
                ZonedDateTime.parse("2031-10-26T02:30:00.123456+02:00[Europe/Berlin]")),
            VariableValue.timestamp(ZonedDateTime.parse("2031-03-01T00:00:00-03:30")),
            VariableValue.clob("x".repeat(100_000)),
            VariableValue.json("{\"a\": [1, null]}"));
    var written =
        create(
            state -> {
              for (int i = 0; i < values.size(); i++) {
                state.variablesOf(0).put(variable(state, 0, "Var_" + i, values.get(i)));
              }
              state.variablesOf(1).put(variable(state, 1, "Other", VariableValue.text("1")));
            });
    read(
        written.id(),
        state -> {
          for (int i = 0; i < values.size(); i++) {
            var found = state.variable(0, "VAR_" + i).orElseThrow();
            assertThat(found.name()).isEqualTo("Var_" + i);
            assertThat(found.value().type()).isEqualTo(values.get(i).type());
            assertThat(found.value().text()).isEqualTo(values.get(i).text());
          }
          assertThat(state.variable(0, "Other")).isEmpty();
          assertThat(state.hasVariables(1)).isTrue();
          assertThat(state.hasVariables(2)).isFalse();
        });
  }

  @Test
  void shouldReplaceTypeAndValueOfAVariable() {
    var written =
        create(
            state ->
                state.variablesOf(0).put(variable(state, 0, "Total", VariableValue.text("one"))));
    change(
        written.id(),
        state -> state.variablesOf(0).put(variable(state, 0, "Total", VariableValue.number(1))));
    read(
        written.id(),
        state ->
            assertThat(state.variable(0, "total").orElseThrow().value())
                .isEqualTo(VariableValue.number(1)));
  }

  @Test
  void shouldReadTimersSubscriptionsTreeRoundsAndDeliveries() {
    var written = create(this::addEverything);
    read(
        written.id(),
        state -> {
          assertThat(state.timers().all()).isEqualTo(written.timers().all()).hasSize(1);
          assertThat(state.subscriptions().all())
              .isEqualTo(written.subscriptions().all())
              .hasSize(1);
          assertThat(state.callTree().all()).isEqualTo(written.callTree().all()).hasSize(2);
          assertThat(state.rounds().all()).isEqualTo(written.rounds().all()).hasSize(1);
          assertThat(state.deliveries().all()).isEqualTo(written.deliveries().all()).hasSize(1);
          assertThat(state.completedSteps()).containsExactly(completed(state, "A"));
        });
  }

  @Test
  void shouldUpdateTimersSubscriptionsTreeRoundsAndDeliveries() {
    var written = create(this::addEverything);
    var changed =
        change(
            written.id(),
            state -> {
              state.timers().all().forEach(t -> state.timers().put(t.with(r -> r.dueOn = null)));
              state.callTree().all().forEach(e -> state.callTree().put(e.atLevel(7L)));
              state
                  .rounds()
                  .all()
                  .forEach(r -> state.rounds().put(r.in(IterationStatus.COMPLETED)));
              state.deliveries().all().forEach(d -> state.deliveries().remove(d.id()));
              state.subscriptions().all().forEach(s -> state.subscriptions().remove(s.id()));
            });
    read(
        written.id(),
        state -> {
          assertThat(state.timers().all()).isEqualTo(changed.timers().all());
          assertThat(state.callTree().all()).isEqualTo(changed.callTree().all());
          assertThat(state.rounds().all()).isEqualTo(changed.rounds().all());
          assertThat(state.deliveries().all()).isEmpty();
          assertThat(state.subscriptions().all()).isEmpty();
        });
  }

  @Test
  void shouldDeleteTimersAndSubscriptionsWithTheirSubflow() {
    var written = create(this::addEverything);
    change(
        written.id(),
        state -> state.subflows().all().forEach(row -> state.removeSubflow(row.id())));
    read(
        written.id(),
        state -> {
          assertThat(state.subflows().all()).isEmpty();
          assertThat(state.timers().all()).isEmpty();
          assertThat(state.subscriptions().all()).isEmpty();
          assertThat(state.rounds().all()).hasSize(1);
        });
  }

  @Test
  void shouldForgetCompletedStepsOnReset() {
    var written = create(state -> state.log().add(completed(state, "A")));
    change(
        written.id(),
        state -> {
          state.log().add(completed(state, "B"));
          state.resetCompletedSteps();
          state.log().add(completed(state, "C"));
        });
    read(
        written.id(),
        state -> assertThat(state.completedSteps()).containsExactly(completed(state, "C")));
  }

  @Test
  void shouldWriteNothingThatWasTakenBack() {
    var written = create(state -> {});
    change(
        written.id(),
        state -> {
          int mark = state.mark();
          state.change(row -> row.name = "wrong");
          state.variablesOf(0).put(variable(state, 0, "Wrong", VariableValue.number(1)));
          state.subflows().all().forEach(row -> state.removeSubflow(row.id()));
          state.rollbackTo(mark);
        });
    read(
        written.id(),
        state -> {
          assertThat(state.instance()).isEqualTo(written.instance());
          assertThat(state.subflows().all()).isEqualTo(written.subflows().all());
          assertThat(state.variable(0, "Wrong")).isEmpty();
        });
  }

  @Test
  void shouldDeleteAnInstanceWithAllButItsEventLogs() throws SQLException {
    var written =
        create(
            state -> {
              addEverything(state);
              addEvents(state);
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
    var written = create(state -> {});
    transactions.call(
        t -> {
          t.instances().append(List.of(event(written, "x".repeat(3000))));
          return null;
        });
    assertThat(count("flow_instance_event_log", "lgpr_prcs_id", written.id())).isEqualTo(1);
  }

  @Test
  void shouldFindTheInstancesOfADiagram() {
    var running = create(state -> {});
    var ended = create(state -> state.change(row -> row.status = ProcessStatus.TERMINATED));
    var calling = StoredRows.diagram(transactions);
    var caller =
        create(
            calling,
            state ->
                state
                    .callTree()
                    .put(new CallTreeEntry(1, null, state.id(), diagram.id(), null, null, null)));
    List<Long> all = transactions.call(t -> t.instances().findByDiagram(diagram.id(), false));
    List<Long> active = transactions.call(t -> t.instances().findByDiagram(diagram.id(), true));
    assertThat(all).containsExactly(running.id(), ended.id(), caller.id());
    assertThat(active).containsExactly(running.id(), caller.id());
  }

  @Test
  void shouldTellWhetherAnInstanceExists() {
    var written = create(state -> {});
    assertThat(found(t -> t.instances().exists(written.id()))).isTrue();
    assertThat(found(t -> t.instances().exists(Long.MAX_VALUE))).isFalse();
  }

  @Test
  void shouldConsumeTheSubscriptionOfASentMessageAndDeliverIt() {
    var receiver = create(this::addEverything);
    var subscription = receiver.subscriptions().all().get(0);
    create(
        state ->
            state
                .outbox()
                .put(new OutgoingMessage(subscription, delivery(receiver, "sent", 1_000_000))));
    read(
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

  private InstanceState create(Consumer<InstanceState> change) {
    return create(diagram, change);
  }

  private InstanceState create(StoredDiagram of, Consumer<InstanceState> change) {
    return transactions.call(
        t -> {
          var state = t.instances().create(StoredRows.instance(t, of.id()));
          state.subflows().put(StoredRows.subflow(t, state.instance()));
          change.accept(state);
          t.instances().flush(state);
          return state;
        });
  }

  private InstanceState change(long processId, Consumer<InstanceState> change) {
    return transactions.call(
        t -> {
          var state = t.instances().findLocked(processId).orElseThrow();
          change.accept(state);
          t.instances().flush(state);
          return state;
        });
  }

  private void read(long processId, Consumer<InstanceState> check) {
    transactions.call(
        t -> {
          check.accept(t.instances().findLocked(processId).orElseThrow());
          return null;
        });
  }

  private void addEverything(InstanceState state) {
    var subflow = state.subflows().all().get(0);
    try (var t = transactions.beginApart()) {
      state.timers().put(StoredRows.timer(t, subflow, NOW));
      state
          .subscriptions()
          .put(StoredRows.subscription(t, subflow, "paid " + state.id(), "order", null));
      long root = t.instances().nextId(IdKind.CALL_TREE);
      long child = t.instances().nextId(IdKind.CALL_TREE);
      long self = diagram.id();
      state.callTree().put(new CallTreeEntry(root, null, state.id(), self, null, null, 0L));
      state.callTree().put(new CallTreeEntry(child, root, state.id(), self, self, "Call_1", null));
      state
          .rounds()
          .put(
              new IterationRound(
                  t.instances().nextId(IdKind.ROUND),
                  state.id(),
                  subflow.id(),
                  "Activity_1",
                  1,
                  "{\"a\":1}",
                  "first",
                  IterationStatus.RUNNING));
      state.deliveries().put(delivery(state, "payload", t.instances().nextId(IdKind.DELIVERY)));
    }
    state.log().add(completed(state, "A"));
  }

  private static MessageDelivery delivery(InstanceState receiver, String payload, long id) {
    long subflowId = receiver.subflows().all().get(0).id();
    return new MessageDelivery(
        id, receiver.id(), subflowId, "ABCDEFGHIJ", "Event_1", "PAYLOAD", payload, NOW);
  }

  private void addEvents(InstanceState state) {
    state.log().add(event(state, "comment"));
    var subflow = state.subflows().all().get(0);
    state
        .log()
        .add(
            new StepEvent(
                state.id(),
                "Activity_1",
                subflow.id(),
                subflow.stepKey(),
                0,
                diagram.id(),
                "step completed",
                4,
                NOW,
                "Start_1",
                "completed",
                NOW,
                NOW,
                NOW,
                "JANE",
                NOW,
                3,
                "JOE",
                "comment"));
    state.log().add(variableEvent(state, VariableValue.number(1)));
    state.log().add(variableEvent(state, null));
  }

  private static VariableEvent variableEvent(InstanceState state, VariableValue value) {
    return new VariableEvent(
        state.id(), 0, "Total", "Activity_1", 1L, "beforeTask", NOW, "JANE", value);
  }

  private static InstanceEvent event(InstanceState state, String comment) {
    return new InstanceEvent(
        state.id(),
        "Activity_1",
        1L,
        "ABCDEFGHIJ",
        0L,
        state.instance().diagramId(),
        "Order 4711",
        "4711",
        "error",
        1,
        NOW,
        12L,
        "JANE",
        comment,
        comment);
  }

  static CompletedStep completed(InstanceState state, String objectId) {
    return new CompletedStep(
        state.id(), objectId, 5, "ABCDEFGHIJ", 6, 7, 8, 9L, NOW, "Gateway_1", "notes");
  }

  private static ProcessVariable variable(
      InstanceState state, long scope, String name, VariableValue value) {
    return new ProcessVariable(state.id(), scope, name, value);
  }

  private int count(String table, String column, long id) throws SQLException {
    try (var connection = vendor.database().dataSource().getConnection();
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
