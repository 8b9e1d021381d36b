package flows4ee.persistence;

import flows4ee.engine.state.InstanceState;
import flows4ee.engine.state.MessageSubscription;
import flows4ee.engine.state.OutgoingMessage;
import flows4ee.engine.state.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Writes the changes of a state, a batch per table, in an order that foreign keys accept. */
final class StateWriter {

  private static final String RESET_COMPLETED_STEPS =
      "delete from flow_subflow_log where sflg_prcs_id = ?";

  private final Connection connection;
  private final InstanceState state;

  StateWriter(Connection connection, InstanceState state) {
    this.connection = connection;
    this.state = state;
  }

  void write() throws SQLException {
    EventTables.SUBSCRIPTIONS.delete(connection, consumed());
    save(ProcessTable.TABLE, state.instances());
    save(SubflowTable.TABLE, state.subflows());
    replace(VariableTable.TABLE, state.touchedVariables());
    replace(EventTables.TIMERS, state.timers());
    save(EventTables.SUBSCRIPTIONS, state.subscriptions());
    replace(HistoryTables.CALL_TREE, state.callTree());
    replace(HistoryTables.ROUNDS, state.rounds());
    replace(EventTables.DELIVERIES, state.deliveries());
    deliver();
    SubflowTable.TABLE.delete(connection, state.subflows().deleted());
    writeLogs();
  }

  private <R> void save(Table<R> table, Rows<?, R> rows) throws SQLException {
    table.insert(connection, rows.inserted());
    table.update(connection, rows.updated());
  }

  private <R> void replace(Table<R> table, Rows<?, R> rows) throws SQLException {
    table.delete(connection, rows.deleted());
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

  private void deliver() throws SQLException {
    var deliveries =
        state.outbox().all().stream()
            .filter(sent -> !sent.subscription().isStart())
            .map(OutgoingMessage::delivery)
            .toList();
    EventTables.DELIVERIES.insert(connection, deliveries);
  }

  private void writeLogs() throws SQLException {
    if (state.isCompletedStepsReset()) {
      try (var statement = connection.prepareStatement(RESET_COMPLETED_STEPS)) {
        statement.setLong(1, state.id());
        statement.executeUpdate();
      }
    }
    HistoryTables.COMPLETED_STEPS.insert(connection, state.log().completedSteps());
    LogTables.INSTANCE_EVENTS.insert(connection, state.log().instanceEvents());
    LogTables.STEP_EVENTS.insert(connection, state.log().stepEvents());
    LogTables.VARIABLE_EVENTS.insert(connection, state.log().variableEvents());
  }
}
