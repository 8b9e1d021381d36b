package flows4ee.persistence;

import flows4ee.engine.state.Assignment;
import flows4ee.engine.state.DiagramStatus;
import flows4ee.engine.state.IdKind;
import flows4ee.engine.state.IterationPosition;
import flows4ee.engine.state.LanePosition;
import flows4ee.engine.state.MessageSubscription;
import flows4ee.engine.state.ProcessInstance;
import flows4ee.engine.state.ProcessStatus;
import flows4ee.engine.state.StoredDiagram;
import flows4ee.engine.state.Subflow;
import flows4ee.engine.state.SubflowStatus;
import flows4ee.engine.state.Timer;
import flows4ee.engine.state.TimerStatus;
import flows4ee.engine.state.Transaction;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/** Rows with every component set. */
final class StoredRows {

  static final Instant NOW = Instant.parse("2031-10-26T01:30:00.123456Z");

  private StoredRows() {}

  /** Stores a diagram of a new name and returns it as it is found. */
  static StoredDiagram diagram(SqlTransactions transactions) {
    return transactions.call(
        transaction -> {
          var row = new StoredDiagram.Builder();
          row.id = transaction.instances().nextId(IdKind.DIAGRAM);
          row.name = "Order " + UUID.randomUUID();
          row.version = "1.0";
          row.status = DiagramStatus.DRAFT;
          row.category = "Sales";
          row.shortDescription = "short";
          row.description = "long";
          row.icon = "fa-cart";
          row.lastUpdate = NOW;
          row.lastUpdateBy = "JANE";
          row.contentHash = "ab".repeat(32);
          row.content = "<definitions/>".getBytes(StandardCharsets.UTF_8);
          transaction.diagrams().insert(row.build());
          return row.build().with(found -> found.content = null);
        });
  }

  static ProcessInstance instance(Transaction transaction, long diagramId) {
    return new ProcessInstance(
        transaction.instances().nextId(IdKind.PROCESS),
        diagramId,
        "Order 4711",
        "Process_1",
        ProcessStatus.RUNNING,
        NOW,
        "JANE",
        NOW.plusSeconds(1),
        NOW.plusSeconds(2),
        NOW.plusSeconds(3),
        NOW.plusSeconds(4),
        2,
        4,
        true,
        NOW.plusSeconds(5),
        "JOE");
  }

  static Subflow subflow(Transaction transaction, ProcessInstance instance) {
    return new Subflow(
        transaction.instances().nextId(IdKind.SUBFLOW),
        instance.id(),
        instance.diagramId(),
        77L,
        1,
        2,
        3,
        4,
        "Start_1",
        "main",
        "Start_1",
        "Activity_1",
        "bpmn:userTask",
        "Check [1]",
        "ABCDEFGHIJ",
        SubflowStatus.RUNNING,
        NOW,
        NOW.plusSeconds(1),
        NOW.plusSeconds(2),
        3,
        ":SIT:CNM",
        true,
        new LanePosition("Lane_1", "Sales", true, "SELLER"),
        "JANE",
        new Assignment("JANE:JOE", "SALES", "JIM", "BOSS"),
        new IterationPosition("Activity_1", 9, 2, 5),
        NOW.plusSeconds(3),
        "JOE");
  }

  static Timer timer(Transaction transaction, Subflow subflow, Instant dueOn) {
    return new Timer(
        transaction.instances().nextId(IdKind.TIMER),
        1,
        subflow.processId(),
        subflow.id(),
        subflow.stepKey(),
        "Event_1",
        "bpmn:timeCycle",
        NOW,
        dueOn,
        NOW.plusSeconds(1),
        "PT1H",
        3,
        TimerStatus.CREATED);
  }

  static MessageSubscription subscription(
      Transaction transaction, Subflow subflow, String name, String key, String value) {
    return new MessageSubscription(
        transaction.instances().nextId(IdKind.SUBSCRIPTION),
        name,
        key,
        value,
        subflow.processId(),
        subflow.id(),
        subflow.stepKey(),
        null,
        "bpmn:receiveTask",
        "Activity_1",
        "PAYLOAD",
        NOW);
  }
}
