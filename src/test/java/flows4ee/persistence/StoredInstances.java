package flows4ee.persistence;

import static flows4ee.persistence.StoredRows.NOW;

import flows4ee.engine.model.VariableValue;
import flows4ee.engine.state.CallTreeEntry;
import flows4ee.engine.state.CompletedStep;
import flows4ee.engine.state.IdKind;
import flows4ee.engine.state.InstanceEvent;
import flows4ee.engine.state.InstanceState;
import flows4ee.engine.state.IterationRound;
import flows4ee.engine.state.IterationStatus;
import flows4ee.engine.state.MessageDelivery;
import flows4ee.engine.state.ProcessVariable;
import flows4ee.engine.state.StepEvent;
import flows4ee.engine.state.StoredDiagram;
import flows4ee.engine.state.VariableEvent;
import java.util.function.Consumer;

/** Stores process instances and reads them again, each step in a transaction of its own. */
final class StoredInstances {

  private final SqlTransactions transactions;
  private final StoredDiagram diagram;

  StoredInstances(SqlTransactions transactions) {
    this.transactions = transactions;
    this.diagram = StoredRows.diagram(transactions);
  }

  StoredDiagram diagram() {
    return diagram;
  }

  /** Stores an instance with one subflow. */
  InstanceState create() {
    return create(state -> {});
  }

  InstanceState create(Consumer<InstanceState> change) {
    return create(diagram, change);
  }

  InstanceState create(StoredDiagram of, Consumer<InstanceState> change) {
    return transactions.call(
        t -> {
          var state = t.instances().create(StoredRows.instance(t, of.id()));
          state.subflows().put(StoredRows.subflow(t, state.instance()));
          change.accept(state);
          t.instances().flush(state);
          return state;
        });
  }

  InstanceState change(long processId, Consumer<InstanceState> change) {
    return transactions.call(
        t -> {
          var state = t.instances().findLocked(processId).orElseThrow();
          change.accept(state);
          t.instances().flush(state);
          return state;
        });
  }

  void read(long processId, Consumer<InstanceState> check) {
    transactions.call(
        t -> {
          check.accept(t.instances().findLocked(processId).orElseThrow());
          return null;
        });
  }

  void addEverything(InstanceState state) {
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

  void addEvents(InstanceState state) {
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

  static MessageDelivery delivery(InstanceState receiver, String payload, long id) {
    long subflowId = receiver.subflows().all().get(0).id();
    return new MessageDelivery(
        id, receiver.id(), subflowId, "ABCDEFGHIJ", "Event_1", "PAYLOAD", payload, NOW);
  }

  static VariableEvent variableEvent(InstanceState state, VariableValue value) {
    return new VariableEvent(
        state.id(), 0, "Total", "Activity_1", 1L, "beforeTask", NOW, "JANE", value);
  }

  static InstanceEvent event(InstanceState state, String comment) {
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

  static ProcessVariable variable(
      InstanceState state, long scope, String name, VariableValue value) {
    return new ProcessVariable(state.id(), scope, name, value);
  }
}
