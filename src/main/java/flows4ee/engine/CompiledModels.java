package flows4ee.engine;

import flows4ee.engine.execution.ModelSource;
import flows4ee.engine.model.DiagramModel;
import flows4ee.engine.parser.DiagramParser;
import flows4ee.engine.state.Transactions;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The compiled diagrams in use, by content; the least recently used are forgotten. */
public final class CompiledModels implements ModelSource {

  private static final int CAPACITY = 500;

  private final Transactions transactions;
  private final DiagramParser parser;
  private final Map<String, DiagramModel> models =
      Collections.synchronizedMap(
          new LinkedHashMap<>(64, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, DiagramModel> eldest) {
              return size() > CAPACITY;
            }
          });

  public CompiledModels(Transactions transactions, DiagramParser parser) {
    this.transactions = transactions;
    this.parser = parser;
  }

  @Override
  public DiagramModel model(long diagramId, String contentHash) {
    var model = models.get(contentHash);
    return model == null ? compile(diagramId, contentHash) : model;
  }

  /** Compiling stands outside any lock; two callers may do it at once. */
  private DiagramModel compile(long diagramId, String contentHash) {
    byte[] content = transactions.call(transaction -> transaction.diagrams().content(diagramId));
    var model = parser.parse(content).model();
    models.put(contentHash, model);
    return model;
  }
}
