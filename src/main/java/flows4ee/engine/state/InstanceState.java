package flows4ee.engine.state;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * One locked process instance in memory: what was read of it, and every change of the call. Changes
 * since a mark can be taken back; what is left is written by {@link InstanceStore#flush}.
 */
public final class InstanceState {

  private final InstanceReader reader;
  private final Journal journal = new Journal();
  private final Map<Long, String> contentHashes;
  private final Rows<Long, ProcessInstance> instances;
  private final Rows<Long, Subflow> subflows;
  private final Rows<ProcessVariable.Key, ProcessVariable> variables;
  private final Rows<Timer.Key, Timer> timers;
  private final Rows<Long, MessageSubscription> subscriptions;
  private final Rows<Long, CallTreeEntry> callTree;
  private final Rows<Long, IterationRound> rounds;
  private final Rows<Long, MessageDelivery> deliveries;
  private final Rows<Long, OutgoingMessage> outbox;
  private final Set<Long> loadedScopes = new HashSet<>();
  private final long id;
  private final Log log = new Log(journal);
  private boolean isReset;

  private InstanceState(
      long id,
      List<ProcessInstance> stored,
      List<Subflow> subflows,
      Map<Long, String> contentHashes,
      InstanceReader reader) {
    this.id = id;
    this.reader = reader;
    this.contentHashes = new HashMap<>(contentHashes);
    this.instances = new Rows<>(ProcessInstance::id, () -> stored, journal);
    this.subflows = new Rows<>(Subflow::id, () -> subflows, journal);
    this.variables = new Rows<>(ProcessVariable::key, List::of, journal);
    this.timers = new Rows<>(Timer::key, () -> reader.timers(id), journal);
    this.subscriptions =
        new Rows<>(MessageSubscription::id, () -> reader.subscriptions(id), journal);
    this.callTree = new Rows<>(CallTreeEntry::id, () -> reader.callTree(id), journal);
    this.rounds = new Rows<>(IterationRound::id, () -> reader.rounds(id), journal);
    this.outbox = new Rows<>(message -> message.delivery().id(), List::of, journal);
    this.deliveries = new Rows<>(MessageDelivery::id, () -> reader.deliveries(id), journal);
  }

  /**
   * The state of a stored instance.
   *
   * @param contentHashes content hash by diagram id, as far as read with the subflows
   */
  public static InstanceState loaded(
      ProcessInstance instance,
      List<Subflow> subflows,
      Map<Long, String> contentHashes,
      InstanceReader reader) {
    return new InstanceState(instance.id(), List.of(instance), subflows, contentHashes, reader);
  }

  /** The state of an instance that does not exist yet. */
  public static InstanceState created(
      ProcessInstance instance, Map<Long, String> contentHashes, InstanceReader reader) {
    var state = new InstanceState(instance.id(), List.of(), List.of(), contentHashes, reader);
    state.instances.put(instance);
    return state;
  }

  public long id() {
    return id;
  }

  public ProcessInstance instance() {
    return instances.get(id);
  }

  public void change(Consumer<ProcessInstance.Builder> change) {
    instances.put(instance().with(change));
  }

  public Rows<Long, ProcessInstance> instances() {
    return instances;
  }

  public Rows<Long, Subflow> subflows() {
    return subflows;
  }

  public Subflow subflow(long subflowId) {
    return subflows.get(subflowId);
  }

  /** Changes a subflow and returns its new image. */
  public Subflow changeSubflow(long subflowId, Consumer<Subflow.Builder> change) {
    var changed = subflows.get(subflowId).with(change);
    subflows.put(changed);
    return changed;
  }

  /** Removes a subflow with all that is its own; its children lose their parent. */
  public void removeSubflow(long subflowId) {
    subflows.remove(subflowId);
    if (timers.isLoaded()) {
      timers.removeWhere(timer -> timer.subflowId() == subflowId);
    }
    if (subscriptions.isLoaded()) {
      subscriptions.removeWhere(subscription -> isOf(subscription.subflowId(), subflowId));
    }
    removeWithoutCascade(subflowId);
    subflows.where(subflow -> subflow.isChildOf(subflowId)).forEach(this::orphan);
  }

  /** What the store keeps when a subflow goes; read only where there may be any. */
  private void removeWithoutCascade(long subflowId) {
    if (deliveries.isLoaded() || instance().status() == ProcessStatus.SUSPENDED) {
      deliveries.removeWhere(delivery -> delivery.subflowId() == subflowId);
    }
    if (rounds.isLoaded() || subflows.any(subflow -> subflow.isRoundBelow(subflowId))) {
      rounds.removeWhere(round -> round.parentSubflow() == subflowId);
    }
  }

  public Rows<Timer.Key, Timer> timers() {
    return timers;
  }

  public Rows<Long, MessageSubscription> subscriptions() {
    return subscriptions;
  }

  public Rows<Long, CallTreeEntry> callTree() {
    return callTree;
  }

  public Rows<Long, IterationRound> rounds() {
    return rounds;
  }

  public Rows<Long, MessageDelivery> deliveries() {
    return deliveries;
  }

  /** Messages sent in this call, by the id of their delivery; only inserts. */
  public Rows<Long, OutgoingMessage> outbox() {
    return outbox;
  }

  public Optional<ProcessVariable> variable(long scope, String name) {
    return variablesOf(scope).find(ProcessVariable.Key.of(scope, name));
  }

  /** The variables read so far, after those of the scope were read too. */
  public Rows<ProcessVariable.Key, ProcessVariable> variablesOf(long scope) {
    if (loadedScopes.add(scope)) {
      variables.addLoaded(reader.variables(id, scope));
    }
    return variables;
  }

  /** The variables of all scopes. */
  public Rows<ProcessVariable.Key, ProcessVariable> allVariables() {
    var all = reader.variables(id);
    variables.addLoaded(all.stream().filter(row -> !loadedScopes.contains(row.scope())).toList());
    all.forEach(row -> loadedScopes.add(row.scope()));
    return variables;
  }

  /** The variables read or changed in this call, whatever their scope. */
  public Rows<ProcessVariable.Key, ProcessVariable> touchedVariables() {
    return variables;
  }

  public boolean hasVariables(long scope) {
    return variables.any(variable -> variable.scope() == scope) || reader.hasVariables(id, scope);
  }

  public List<CompletedStep> completedSteps() {
    var steps = new ArrayList<CompletedStep>(isReset ? List.of() : reader.completedSteps(id));
    steps.addAll(log.completedSteps());
    return steps;
  }

  public String contentHash(long diagramId) {
    return contentHashes.computeIfAbsent(diagramId, reader::contentHash);
  }

  /** Notes the content hash of a diagram that was read anyway. */
  public void know(long diagramId, String contentHash) {
    contentHashes.put(diagramId, contentHash);
  }

  public Log log() {
    return log;
  }

  /** Marks the subflow log for deletion: the instance starts anew. */
  public void resetCompletedSteps() {
    isReset = true;
    log.forgetCompletedSteps();
  }

  public boolean isCompletedStepsReset() {
    return isReset;
  }

  /** A point to which the changes can be taken back. */
  public int mark() {
    return journal.mark();
  }

  public void rollbackTo(int mark) {
    journal.rollbackTo(mark);
  }

  /** Takes the present state for what is stored; called by the store after a flush. */
  public void settle() {
    instances.settle();
    subflows.settle();
    variables.settle();
    timers.settle();
    subscriptions.settle();
    callTree.settle();
    rounds.settle();
    deliveries.settle();
    outbox.clear();
    log.clear();
    isReset = false;
    journal.clear();
  }

  private void orphan(Subflow child) {
    subflows.put(child.with(row -> row.parentId = null));
  }

  private static boolean isOf(Long reference, long id) {
    return reference != null && reference == id;
  }
}
