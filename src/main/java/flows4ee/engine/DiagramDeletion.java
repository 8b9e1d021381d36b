package flows4ee.engine;

import flows4ee.engine.error.EngineException;
import flows4ee.engine.error.EngineMessage;
import flows4ee.engine.state.Transaction;
import flows4ee.engine.state.Transactions;
import java.util.List;
import java.util.Optional;

/** Deletes diagrams, with their instances if asked for. */
final class DiagramDeletion {

  private final Transactions transactions;
  private final InstanceOperations instances;

  DiagramDeletion(Transactions transactions, InstanceOperations instances) {
    this.transactions = transactions;
    this.instances = instances;
  }

  /** Instances go first, each in a transaction of its own. */
  void delete(long diagramId, boolean isCascade, Caller caller) {
    var users =
        transactions.call(
            transaction -> {
              DiagramOperations.locked(transaction, diagramId);
              return transaction.instances().findByDiagram(diagramId, false);
            });
    if (!users.isEmpty() && !isCascade) {
      throw inUse(users);
    }
    requireOwn(diagramId, users);
    users.forEach(id -> instances.delete(id, Optional.empty(), caller));
    transactions.call(transaction -> deleteRow(transaction, diagramId, caller));
  }

  /** An instance of another diagram that runs inside this one keeps it. */
  private void requireOwn(long diagramId, List<Long> users) {
    var foreign =
        transactions.call(
            transaction -> users.stream().filter(id -> !isOf(transaction, id, diagramId)).toList());
    if (!foreign.isEmpty()) {
      throw inUse(foreign);
    }
  }

  private static boolean isOf(Transaction transaction, long processId, long diagramId) {
    return transaction
        .instances()
        .findLocked(processId)
        .filter(state -> state.instance().diagramId() != diagramId)
        .isEmpty();
  }

  private static long deleteRow(Transaction transaction, long diagramId, Caller caller) {
    var diagram = DiagramOperations.locked(transaction, diagramId);
    var users = transaction.instances().findByDiagram(diagramId, false);
    if (!users.isEmpty()) {
      throw inUse(users);
    }
    transaction.messages().deleteStartSubscriptions(diagramId);
    transaction.diagrams().logEvent(diagram, "deleted", caller.name(), null);
    transaction.diagrams().delete(diagramId);
    return diagramId;
  }

  private static EngineException inUse(List<Long> users) {
    return new EngineException(EngineMessage.DIAGRAM_HAS_INSTANCES, users.size());
  }
}
