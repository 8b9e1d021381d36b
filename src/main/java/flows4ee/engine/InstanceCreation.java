package flows4ee.engine;

import flows4ee.engine.error.EngineException;
import flows4ee.engine.error.EngineMessage;
import flows4ee.engine.execution.Call;
import flows4ee.engine.execution.History;
import flows4ee.engine.execution.Services;
import flows4ee.engine.model.BpmnProcess;
import flows4ee.engine.model.DiagramModel;
import flows4ee.engine.state.DiagramStatus;
import flows4ee.engine.state.IdKind;
import flows4ee.engine.state.ProcessInstance;
import flows4ee.engine.state.ProcessStatus;
import flows4ee.engine.state.StoredDiagram;
import flows4ee.engine.state.Transaction;
import flows4ee.engine.variable.VariableFormats;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Creates process instances: chooses the diagram version, binds called diagrams, names the
 * instance.
 */
final class InstanceCreation {

  private static final int NAME_PREFIX = 50;
  private static final DateTimeFormatter NAME_TIME =
      DateTimeFormatter.ofPattern("dd-MMM-yyyy HH:mm:ss", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private final Services services;

  InstanceCreation(Services services) {
    this.services = services;
  }

  /** Finds the diagram of a new instance and keeps its status until the end of the transaction. */
  StoredDiagram diagram(Transaction transaction, DiagramReference reference) {
    var diagram =
        reference instanceof DiagramReference.ById byId
            ? byId(transaction, byId)
            : byName(transaction, (DiagramReference.ByName) reference);
    if (!diagram.status().isStartable()) {
      throw new EngineException(EngineMessage.DIAGRAM_NOT_STARTABLE, diagram.status().literal());
    }
    return diagram;
  }

  DiagramModel model(StoredDiagram diagram) {
    return services.models().model(diagram.id(), diagram.contentHash());
  }

  /** Creates the instance of one process of a diagram. */
  Call create(
      Transaction transaction,
      StoredDiagram diagram,
      BpmnProcess process,
      Optional<String> name,
      OptionalInt loggingLevel,
      String user) {
    Instant now = services.clock().instant();
    var row = new ProcessInstance.Builder();
    row.id = transaction.instances().nextId(IdKind.PROCESS);
    row.diagramId = diagram.id();
    row.name = name.orElseGet(() -> defaultName(diagram, now));
    row.processBpmnId = process.id();
    row.status = ProcessStatus.CREATED;
    row.initTs = now;
    row.initBy = user;
    row.loggingLevel = loggingLevel(process, loggingLevel);
    row.lastUpdate = now;
    row.lastUpdateBy = user;
    var call = new Call(transaction, transaction.instances().create(row.build()), services, user);
    call.state().know(diagram.id(), diagram.contentHash());
    new CallTreeBuilder(call).build(diagram, model(diagram));
    call.history().instance(History.MAJOR, "created", null);
    return call;
  }

  private int loggingLevel(BpmnProcess process, OptionalInt wanted) {
    int least =
        process.minLoggingLevel().orElseGet(() -> services.settings().loggingDefaultLevel());
    return Math.max(wanted.orElse(0), least);
  }

  private static String defaultName(StoredDiagram diagram, Instant now) {
    String prefix = VariableFormats.cut(diagram.name(), NAME_PREFIX);
    return prefix + " - " + NAME_TIME.format(now).toUpperCase(Locale.ROOT);
  }

  private static StoredDiagram byId(Transaction transaction, DiagramReference.ById reference) {
    return transaction
        .diagrams()
        .findShared(reference.id())
        .filter(
            diagram ->
                reference.version().isEmpty()
                    || reference.version().get().equals(diagram.version()))
        .orElseThrow(() -> new EngineException(EngineMessage.DIAGRAM_NOT_FOUND, reference.id()));
  }

  private static StoredDiagram byName(Transaction transaction, DiagramReference.ByName reference) {
    var diagrams = transaction.diagrams();
    var found =
        reference.version().isPresent()
            ? diagrams.find(reference.name(), reference.version().get())
            : diagrams
                .findReleased(reference.name())
                .or(() -> diagrams.find(reference.name(), "0").filter(InstanceCreation::isDraft));
    return found
        .flatMap(diagram -> diagrams.findShared(diagram.id()))
        .orElseThrow(() -> new EngineException(EngineMessage.DIAGRAM_NOT_FOUND, reference.name()));
  }

  static boolean isDraft(StoredDiagram diagram) {
    return diagram.status() == DiagramStatus.DRAFT;
  }
}
