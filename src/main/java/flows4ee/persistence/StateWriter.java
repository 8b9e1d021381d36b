package flows4ee.persistence;

import flows4ee.engine.state.InstanceState;
import flows4ee.engine.state.MessageSubscription;
import flows4ee.engine.state.OutgoingMessage;
import flows4ee.engine.state.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Adds up the changes of a state, table by table, in an order that foreign keys accept. */
final class StateWriter {

  private static final String RESET_COMPLETED_STEPS =
      "delete from flow_subflow_log where sflg_prcs_id = ?";

  private static final List<Column<Long>> INSTANCE =
      List.of(Column.number("sflg_prcs_id", Function.identity()));

  private final PendingWrites writes;
  private final InstanceState state;

  StateWriter(PendingWrites writes, InstanceState state) {
    this.writes = writes;
    this.state = state;
  }

  void write() {
    EventTables.SUBSCRIPTIONS.delete(writes, consumed());
    save(ProcessTable.TABLE, state.instances());
    save(SubflowTable.TABLE, state.subflows());
    replace(VariableTable.TABLE, state.touchedVariables());
    replace(EventTables.TIMERS, state.timers());
    save(EventTables.SUBSCRIPTIONS, state.subscriptions());
    replace(HistoryTables.CALL_TREE, state.callTree());
    replace(HistoryTables.ROUNDS, state.rounds());
    replace(EventTables.DELIVERIES, state.deliveries());
    deliver();
    SubflowTable.TABLE.delete(writes, state.subflows().deleted());
    writeLogs();
  }

  private <R> void save(Table<R> table, Rows<?, R> rows) {
    table.insert(writes, rows.inserted());
    table.update(writes, rows.updated());
  }

  private <R> void replace(Table<R> table, Rows<?, R> rows) {
    table.delete(writes, rows.deleted());
    save(table, rows);
  }

  /** Subscriptions go first, so that another step may wait for the same message at once. */
  private List<MessageSubscription> consumed() {
    var consumed = new ArrayList<>(state.subscriptions().deleted());
    state.outbox().all().stream()
        .map(OutgoingMessage::subscription)
        .filter(subscription -> !subscription.isStart() && !consumed.contains(subscription))
        .forEach(consumed::add);
    return consumed;
  }

  private void deliver() {
    var deliveries =
        state.outbox().all().stream()
            .filter(sent -> !sent.subscription().isStart())
            .map(OutgoingMessage::delivery)
            .toList();
    EventTables.DELIVERIES.insert(writes, deliveries);
  }

  private void writeLogs() {
    if (state.isCompletedStepsReset()) {
      writes.add(RESET_COMPLETED_STEPS, INSTANCE, List.of(state.id()));
    }
    HistoryTables.COMPLETED_STEPS.insert(writes, state.log().completedSteps());
    LogTables.INSTANCE_EVENTS.insert(writes, state.log().instanceEvents());
    LogTables.STEP_EVENTS.insert(writes, state.log().stepEvents());
    LogTables.VARIABLE_EVENTS.insert(writes, state.log().variableEvents());
  }
}
