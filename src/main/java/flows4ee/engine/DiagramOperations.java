package flows4ee.engine;

import flows4ee.engine.error.EngineException;
import flows4ee.engine.error.EngineMessage;
import flows4ee.engine.model.DiagramModel;
import flows4ee.engine.parser.DiagramParser;
import flows4ee.engine.parser.ModelException;
import flows4ee.engine.parser.ParsedDiagram;
import flows4ee.engine.state.DiagramStatus;
import flows4ee.engine.state.IdKind;
import flows4ee.engine.state.StoredDiagram;
import flows4ee.engine.state.Transaction;
import flows4ee.engine.state.Transactions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;

/** The life cycle of diagrams: deploy, change, release, deprecate, archive, delete. */
final class DiagramOperations {

  private static final String DEFAULT_VERSION = "0";

  private final Transactions transactions;
  private final DiagramParser parser;
  private final StartSubscriptions startSubscriptions;
  private final DeploymentChecks checks;
  private final Clock clock;

  DiagramOperations(
      Transactions transactions,
      DiagramParser parser,
      StartSubscriptions startSubscriptions,
      DeploymentChecks checks,
      Clock clock) {
    this.transactions = transactions;
    this.parser = parser;
    this.startSubscriptions = startSubscriptions;
    this.checks = checks;
    this.clock = clock;
  }

  DeployedDiagram deploy(Deployment deployment, Caller caller) {
    var parsed = parse(deployment.content());
    String name =
        deployment
            .name()
            .or(parsed::mainProcessName)
            .orElseThrow(() -> new EngineException(EngineMessage.DIAGRAM_NAME_MISSING));
    return transactions.call(
        transaction -> {
          var stored = store(transaction, deployment, name, parsed.model(), caller);
          return new DeployedDiagram(view(stored), checks.warnings(transaction, parsed.model()));
        });
  }

  void update(long diagramId, DiagramChange change, Caller caller) {
    var model = change.content().map(content -> parse(content).model());
    transactions.call(
        transaction -> {
          var before = locked(transaction, diagramId);
          var after = changed(before, change, caller);
          requireFreeName(transaction, before, after);
          if (after.status() != before.status()) {
            move(transaction, before, after, model, caller, change.comment());
          }
          transaction.diagrams().update(after);
          return after;
        });
  }

  private StoredDiagram store(
      Transaction transaction,
      Deployment deployment,
      String name,
      DiagramModel model,
      Caller caller) {
    var existing = transaction.diagrams().find(name, deployment.version());
    requireReplaceable(existing, deployment);
    var draft = draft(deployment, name, existing, caller);
    if (deployment.isDryRun()) {
      return draft;
    }
    long id = existing.map(StoredDiagram::id).orElseGet(() -> nextId(transaction));
    var stored = draft.with(row -> row.id = id);
    if (existing.isPresent()) {
      transaction.diagrams().update(stored);
    } else {
      transaction.diagrams().insert(stored);
    }
    transaction.diagrams().logEvent(stored, "deployed", caller.name(), null);
    return deployment.isReleased()
        ? release(transaction, stored, model, caller, Optional.empty())
        : stored;
  }

  private StoredDiagram release(
      Transaction transaction,
      StoredDiagram diagram,
      DiagramModel model,
      Caller caller,
      Optional<String> comment) {
    transaction
        .diagrams()
        .findReleased(diagram.name())
        .filter(other -> other.id() != diagram.id())
        .ifPresent(other -> deprecate(transaction, other, caller));
    var released = diagram.with(row -> row.status = DiagramStatus.RELEASED);
    transaction.diagrams().update(released.with(row -> row.content = null));
    startSubscriptions.open(transaction, released, model);
    transaction.diagrams().logEvent(released, "released", caller.name(), comment.orElse(null));
    return released;
  }

  private static void deprecate(Transaction transaction, StoredDiagram diagram, Caller caller) {
    transaction.diagrams().update(diagram.with(row -> row.status = DiagramStatus.DEPRECATED));
    transaction.messages().deleteStartSubscriptions(diagram.id());
    transaction.diagrams().logEvent(diagram, "deprecated", caller.name(), null);
  }

  private void move(
      Transaction transaction,
      StoredDiagram before,
      StoredDiagram after,
      Optional<DiagramModel> model,
      Caller caller,
      Optional<String> comment) {
    if (!before.status().canBecome(after.status())) {
      throw new EngineException(EngineMessage.DIAGRAM_STATUS_CHANGE);
    }
    if (after.status() == DiagramStatus.RELEASED) {
      var released = model.orElseGet(() -> storedModel(transaction, before));
      release(transaction, after, released, caller, comment);
      return;
    }
    if (after.status() == DiagramStatus.ARCHIVED) {
      requireUnused(transaction, before);
    }
    transaction.messages().deleteStartSubscriptions(before.id());
    transaction
        .diagrams()
        .logEvent(after, after.status().literal(), caller.name(), comment.orElse(null));
  }

  private DiagramModel storedModel(Transaction transaction, StoredDiagram diagram) {
    return parse(transaction.diagrams().content(diagram.id())).model();
  }

  private StoredDiagram changed(StoredDiagram before, DiagramChange change, Caller caller) {
    boolean isModelChanged =
        change.content().isPresent() || change.name().isPresent() || change.version().isPresent();
    if (isModelChanged && before.status() != DiagramStatus.DRAFT) {
      throw new EngineException(EngineMessage.DIAGRAM_NOT_DRAFT);
    }
    return before.with(
        row -> {
          change.status().ifPresent(status -> row.status = status);
          change.name().ifPresent(name -> row.name = name);
          change.version().ifPresent(version -> row.version = version);
          change.category().ifPresent(category -> row.category = category);
          change.shortDescription().ifPresent(text -> row.shortDescription = text);
          change.description().ifPresent(text -> row.description = text);
          change.icon().ifPresent(icon -> row.icon = icon);
          change.content().ifPresent(content -> row.content = content);
          change.content().ifPresent(content -> row.contentHash = hash(content));
          row.lastUpdate = clock.instant();
          row.lastUpdateBy = caller.name();
        });
  }

  private StoredDiagram draft(
      Deployment deployment, String name, Optional<StoredDiagram> existing, Caller caller) {
    var row = new StoredDiagram.Builder();
    row.id = existing.map(StoredDiagram::id).orElse(0L);
    row.name = name;
    row.version = deployment.version().isEmpty() ? DEFAULT_VERSION : deployment.version();
    row.status = DiagramStatus.DRAFT;
    row.category = deployment.category().orElse(null);
    row.shortDescription = deployment.shortDescription().orElse(null);
    row.description = deployment.description().orElse(null);
    row.icon = deployment.icon().orElse(null);
    row.content = deployment.content();
    row.contentHash = hash(deployment.content());
    row.lastUpdate = clock.instant();
    row.lastUpdateBy = caller.name();
    return row.build();
  }

  private static void requireReplaceable(Optional<StoredDiagram> existing, Deployment deployment) {
    boolean isReplaceable =
        existing.isEmpty()
            || deployment.isOverwrite() && existing.get().status() == DiagramStatus.DRAFT;
    if (!isReplaceable) {
      throw new EngineException(EngineMessage.DIAGRAM_EXISTS);
    }
  }

  private static void requireFreeName(
      Transaction transaction, StoredDiagram before, StoredDiagram after) {
    boolean isRenamed =
        !before.name().equals(after.name()) || !before.version().equals(after.version());
    if (isRenamed && transaction.diagrams().find(after.name(), after.version()).isPresent()) {
      throw new EngineException(EngineMessage.DIAGRAM_EXISTS);
    }
  }

  private static void requireUnused(Transaction transaction, StoredDiagram diagram) {
    if (!transaction.instances().findByDiagram(diagram.id(), true).isEmpty()) {
      throw new EngineException(EngineMessage.DIAGRAM_ARCHIVE_HAS_INSTANCES);
    }
  }

  static StoredDiagram locked(Transaction transaction, long diagramId) {
    return transaction
        .diagrams()
        .findLocked(diagramId)
        .orElseThrow(() -> new EngineException(EngineMessage.DIAGRAM_NOT_FOUND, diagramId));
  }

  private ParsedDiagram parse(byte[] content) {
    try {
      return parser.parse(content);
    } catch (ModelException e) {
      throw new ModelRefusedException(e.problems());
    }
  }

  private static long nextId(Transaction transaction) {
    return transaction.instances().nextId(IdKind.DIAGRAM);
  }

  private static DiagramView view(StoredDiagram diagram) {
    return new DiagramView(
        diagram.id(),
        diagram.name(),
        diagram.version(),
        diagram.status().literal(),
        diagram.category(),
        diagram.shortDescription(),
        diagram.description(),
        diagram.icon(),
        diagram.lastUpdate(),
        diagram.contentHash());
  }

  private static String hash(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
