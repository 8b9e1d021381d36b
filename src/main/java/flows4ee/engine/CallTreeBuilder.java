package flows4ee.engine;

import flows4ee.engine.error.EngineException;
import flows4ee.engine.error.EngineMessage;
import flows4ee.engine.execution.Call;
import flows4ee.engine.execution.StartEvents;
import flows4ee.engine.model.CallActivity;
import flows4ee.engine.model.DiagramModel;
import flows4ee.engine.state.CallTreeEntry;
import flows4ee.engine.state.IdKind;
import flows4ee.engine.state.StoredDiagram;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Builds the call tree of a new instance: every call activity in reach, each bound to a version of
 * the diagram it calls. Recursion, direct or not, is refused.
 */
final class CallTreeBuilder {

  private final Call call;
  private final Map<List<Optional<String>>, StoredDiagram> resolved = new HashMap<>();

  CallTreeBuilder(Call call) {
    this.call = call;
  }

  /** Builds the tree below the diagram of the instance. */
  void build(StoredDiagram diagram, DiagramModel model) {
    if (model.elements().values().stream().noneMatch(CallActivity.class::isInstance)) {
      return;
    }
    long id = call.nextId(IdKind.CALL_TREE);
    put(new CallTreeEntry(id, null, call.state().id(), diagram.id(), null, null, 0L));
    var open = new ArrayDeque<Node>();
    open.add(new Node(id, diagram.id(), model, Set.of(diagram.id())));
    while (!open.isEmpty()) {
      open.addAll(children(open.poll()));
    }
  }

  private List<Node> children(Node node) {
    return node.model().elements().values().stream()
        .filter(CallActivity.class::isInstance)
        .map(activity -> child(node, (CallActivity) activity))
        .toList();
  }

  private Node child(Node node, CallActivity activity) {
    var called = resolve(activity);
    if (node.path().contains(called.id())) {
      throw new EngineException(EngineMessage.START_DIAGRAM_CALLS_ITSELF, called.name());
    }
    requireDepth(node, activity);
    requireRoom();
    var model = call.services().models().model(called.id(), called.contentHash());
    if (!model.processOf(StartEvents.main(model)).isCallable()) {
      throw new EngineException(EngineMessage.CALL_DIAGRAM_NOT_CALLABLE, called.name());
    }
    long id = call.nextId(IdKind.CALL_TREE);
    put(
        new CallTreeEntry(
            id, node.entry(), call.state().id(), called.id(), node.diagram(), activity.id(), null));
    var path = new HashSet<>(node.path());
    path.add(called.id());
    return new Node(id, called.id(), model, path);
  }

  private void requireDepth(Node node, CallActivity activity) {
    int limit = call.services().settings().callDepth();
    if (node.path().size() > limit) {
      throw new EngineException(EngineMessage.CALL_TOO_DEEP, activity.id(), limit);
    }
  }

  /** Each diagram in progress holds a subflow, so a tree needs no more entries than those. */
  private void requireRoom() {
    int limit = call.services().settings().subflowLimit();
    if (call.state().callTree().size() >= limit) {
      throw new EngineException(EngineMessage.CALL_TOO_MANY, limit);
    }
  }

  /** What a name or a named version means is read once in a tree. */
  private StoredDiagram resolve(CallActivity activity) {
    var wanted = List.of(activity.calledDiagram(), activity.calledVersion());
    return resolved.computeIfAbsent(wanted, any -> find(activity));
  }

  private StoredDiagram find(CallActivity activity) {
    var diagrams = call.transaction().diagrams();
    String name = activity.calledDiagram().orElse("");
    if (activity.calledVersion().isPresent()) {
      return diagrams
          .find(name, activity.calledVersion().get())
          .orElseThrow(() -> new EngineException(EngineMessage.VERSION_NOT_FOUND));
    }
    return diagrams
        .findReleased(name)
        .or(() -> diagrams.find(name, "0").filter(InstanceCreation::isDraft))
        .orElseThrow(() -> new EngineException(EngineMessage.VERSION_NO_RELEASE_OR_DRAFT));
  }

  private void put(CallTreeEntry entry) {
    call.state().callTree().put(entry);
  }

  /** A diagram of the tree whose calls are still to be resolved, with the diagrams above it. */
  private record Node(long entry, long diagram, DiagramModel model, Set<Long> path) {}
}
