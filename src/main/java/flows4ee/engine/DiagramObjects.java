package flows4ee.engine;

import flows4ee.engine.execution.ModelSource;
import flows4ee.engine.state.Transactions;
import java.util.List;
import java.util.Optional;

/** The objects of stored diagrams, as the engine understands them. */
public final class DiagramObjects {

  private final Transactions transactions;
  private final ModelSource models;

  DiagramObjects(Transactions transactions, ModelSource models) {
    this.transactions = transactions;
    this.models = models;
  }

  /** The objects of a diagram in document order; empty for an unknown diagram. */
  public Optional<List<DiagramObjectView>> find(long diagramId) {
    return transactions
        .call(transaction -> transaction.diagrams().find(diagramId))
        .map(diagram -> models.model(diagramId, diagram.contentHash()))
        .map(DiagramObjectView::of);
  }
}
