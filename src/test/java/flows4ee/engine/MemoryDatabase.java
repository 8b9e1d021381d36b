package flows4ee.engine;

import flows4ee.engine.state.DiagramStatus;
import flows4ee.engine.state.DiagramStore;
import flows4ee.engine.state.IdKind;
import flows4ee.engine.state.InstanceEvent;
import flows4ee.engine.state.InstanceState;
import flows4ee.engine.state.InstanceStore;
import flows4ee.engine.state.MessageDelivery;
import flows4ee.engine.state.MessageStore;
import flows4ee.engine.state.MessageSubscription;
import flows4ee.engine.state.ProcessInstance;
import flows4ee.engine.state.ProcessStatus;
import flows4ee.engine.state.ReceivedMessage;
import flows4ee.engine.state.StoredDiagram;
import flows4ee.engine.state.Subflow;
import flows4ee.engine.state.SubflowStatus;
import flows4ee.engine.state.Timer;
import flows4ee.engine.state.TimerStatus;
import flows4ee.engine.state.TimerStore;
import flows4ee.engine.state.Transaction;
import flows4ee.engine.state.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** A database in memory for one thread: transactions roll back by copy. */
final class MemoryDatabase implements Transactions {

  final MemoryTables tables = new MemoryTables();
  private final Clock clock;
  private final Map<Timer.Key, Instant> postponed = new HashMap<>();

  /** By row, so that a changed row has none. */
  private final Map<Timer, Integer> failures = new HashMap<>();

  private Open open;

  /** Thrown by every attempt to lock an instance, unless null. */
  RuntimeException outage;

  /** What another transaction does right before every commit, seen after it. */
  Runnable meanwhile = () -> {};

  MemoryDatabase(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Transaction begin() {
    if (open != null) {
      return new Joined(open);
    }
    open = new Open();
    return open;
  }

  @Override
  public Transaction beginApart() {
    if (open != null) {
      open.close();
    }
    return begin();
  }

  /** The outermost transaction. */
  private final class Open implements Transaction {

    private MemoryTables before = tables.copy();
    private boolean isOpen = true;

    @Override
    public InstanceStore instances() {
      return new Instances();
    }

    @Override
    public DiagramStore diagrams() {
      return new Diagrams();
    }

    @Override
    public MessageStore messages() {
      return new Messages();
    }

    @Override
    public TimerStore timers() {
      return new Timers();
    }

    @Override
    public void commit() {
      meanwhile.run();
      before = tables.copy();
    }

    @Override
    public void close() {
      if (isOpen) {
        isOpen = false;
        tables.take(before);
        open = null;
      }
    }
  }

  /** A transaction inside another one. */
  private record Joined(Transaction outer) implements Transaction {

    @Override
    public InstanceStore instances() {
      return outer.instances();
    }

    @Override
    public DiagramStore diagrams() {
      return outer.diagrams();
    }

    @Override
    public MessageStore messages() {
      return outer.messages();
    }

    @Override
    public TimerStore timers() {
      return outer.timers();
    }

    @Override
    public void commit() {
      // the outer transaction commits
    }

    @Override
    public void close() {
      // the outer transaction ends
    }
  }

  private final class Instances implements InstanceStore {

    @Override
    public Optional<InstanceState> findLocked(long processId) {
      if (outage != null) {
        throw outage;
      }
      return Optional.ofNullable(tables.instances.get(processId))
          .map(
              row ->
                  InstanceState.loaded(
                      row,
                      tables.subflows.values().stream()
                          .filter(subflow -> subflow.processId() == processId)
                          .toList(),
                      Map.of(),
                      new MemoryReader(tables)));
    }

    @Override
    public Optional<InstanceState> findLockedBySubflow(long subflowId) {
      return Optional.ofNullable(tables.subflows.get(subflowId))
          .flatMap(subflow -> findLocked(subflow.processId()));
    }

    @Override
    public boolean exists(long processId) {
      return tables.instances.containsKey(processId);
    }

    @Override
    public InstanceState create(ProcessInstance instance) {
      return InstanceState.created(instance, Map.of(), new MemoryReader(tables));
    }

    @Override
    public void flush(InstanceState state) {
      new MemoryFlush(tables).write(state);
      state.settle();
    }

    @Override
    public void append(List<InstanceEvent> events) {
      tables.instanceEvents.addAll(events);
    }

    @Override
    public void delete(long processId) {
      tables.instances.remove(processId);
      tables.subflows.values().removeIf(row -> row.processId() == processId);
      tables.variables.values().removeIf(row -> row.processId() == processId);
      tables.timers.values().removeIf(row -> row.processId() == processId);
      tables.subscriptions.values().removeIf(row -> Objects.equals(row.processId(), processId));
      tables.deliveries.values().removeIf(row -> row.processId() == processId);
      tables.callTree.values().removeIf(row -> row.processId() == processId);
      tables.rounds.values().removeIf(row -> row.processId() == processId);
      tables.completedSteps.removeIf(row -> row.processId() == processId);
    }

    @Override
    public void archive(ProcessInstance instance, Instant at) {
      tables.archived.add(instance.id());
    }

    @Override
    public List<Long> findByDiagram(long diagramId, boolean onlyActive) {
      return tables.instances.values().stream()
          .filter(row -> row.diagramId() == diagramId || isCalled(row.id(), diagramId))
          .filter(row -> !onlyActive || !row.status().isEnded())
          .map(ProcessInstance::id)
          .toList();
    }

    @Override
    public List<Long> findStranded(Instant before, int limit) {
      return tables.subflows.values().stream()
          .filter(row -> row.status() == SubflowStatus.CREATED)
          .filter(row -> row.becameCurrent().isBefore(before))
          .map(Subflow::processId)
          .distinct()
          .limit(limit)
          .toList();
    }

    @Override
    public long nextId(IdKind kind) {
      return ++tables.lastId;
    }

    private boolean isCalled(long processId, long diagramId) {
      return tables.callTree.values().stream()
          .anyMatch(row -> row.processId() == processId && row.diagramId() == diagramId);
    }
  }

  private final class Diagrams implements DiagramStore {

    @Override
    public Optional<StoredDiagram> find(long diagramId) {
      return Optional.ofNullable(tables.diagrams.get(diagramId)).map(Diagrams::header);
    }

    @Override
    public Optional<StoredDiagram> findLocked(long diagramId) {
      return find(diagramId);
    }

    @Override
    public Optional<StoredDiagram> findShared(long diagramId) {
      return find(diagramId);
    }

    @Override
    public Optional<StoredDiagram> find(String name, String version) {
      return findByName(name).stream().filter(row -> row.version().equals(version)).findFirst();
    }

    @Override
    public Optional<StoredDiagram> findReleased(String name) {
      return findByName(name).stream()
          .filter(row -> row.status() == DiagramStatus.RELEASED)
          .findFirst();
    }

    @Override
    public byte[] content(long diagramId) {
      return tables.diagrams.get(diagramId).content();
    }

    @Override
    public void insert(StoredDiagram diagram) {
      tables.diagrams.put(diagram.id(), diagram);
    }

    @Override
    public void update(StoredDiagram diagram) {
      byte[] content = diagram.content() == null ? content(diagram.id()) : diagram.content();
      tables.diagrams.put(diagram.id(), diagram.with(row -> row.content = content));
    }

    @Override
    public void delete(long diagramId) {
      tables.diagrams.remove(diagramId);
    }

    @Override
    public void logEvent(StoredDiagram diagram, String event, String user, String comment) {
      // no test reads the diagram event log from memory
    }

    @Override
    public List<StoredDiagram> findByName(String name) {
      return tables.diagrams.values().stream()
          .filter(row -> row.name().equals(name))
          .map(Diagrams::header)
          .toList();
    }

    private static StoredDiagram header(StoredDiagram diagram) {
      return diagram.with(row -> row.content = null);
    }
  }

  private final class Messages implements MessageStore {

    @Override
    public Optional<MessageSubscription> find(String name, String key, String value) {
      return tables.subscriptions.values().stream()
          .filter(row -> Objects.equals(row.messageName(), name))
          .filter(row -> Objects.equals(row.keyName(), key))
          .filter(row -> Objects.equals(row.keyValue(), value))
          .findFirst();
    }

    @Override
    public Optional<MessageSubscription> findLocked(String name, String key, String value) {
      return find(name, key, value);
    }

    @Override
    public boolean consume(long subscriptionId) {
      return tables.subscriptions.remove(subscriptionId) != null;
    }

    @Override
    public void insert(MessageSubscription subscription) {
      tables.subscriptions.put(subscription.id(), subscription);
    }

    @Override
    public void deleteStartSubscriptions(long diagramId) {
      tables.subscriptions.values().removeIf(row -> Objects.equals(row.diagramId(), diagramId));
    }

    @Override
    public List<MessageSubscription> findStartSubscriptions(long diagramId) {
      return tables.subscriptions.values().stream()
          .filter(row -> Objects.equals(row.diagramId(), diagramId))
          .toList();
    }

    @Override
    public void accept(MessageDelivery delivery) {
      tables.deliveries.put(delivery.id(), delivery);
    }

    @Override
    public List<Long> findWaitingDeliveries(Instant acceptedBefore, int limit) {
      return tables.deliveries.values().stream()
          .filter(row -> row.created().isBefore(acceptedBefore))
          .map(MessageDelivery::processId)
          .filter(id -> tables.instances.get(id).status() != ProcessStatus.SUSPENDED)
          .distinct()
          .limit(limit)
          .toList();
    }

    @Override
    public void log(ReceivedMessage message) {
      tables.receivedMessages.add(message);
    }
  }

  private final class Timers implements TimerStore {

    @Override
    public List<Timer> claimDue(int limit, String node, Duration lease) {
      return waiting().stream()
          .filter(row -> !row.dueOn().isAfter(clock.instant()))
          .limit(limit)
          .toList();
    }

    @Override
    public int countFailure(Timer.Key timer) {
      var row = tables.timers.get(timer);
      return row == null ? 0 : failures.merge(row, 1, Integer::sum);
    }

    @Override
    public void postpone(Timer.Key timer, Duration delay) {
      postponed.put(timer, clock.instant().plus(delay));
    }

    @Override
    public Optional<Instant> findNextDue() {
      return waiting().stream().map(Timer::dueOn).findFirst();
    }

    @Override
    public void release(String node) {
      // one node, no claims
    }

    private boolean isPostponed(Timer timer) {
      return postponed.getOrDefault(timer.key(), Instant.MIN).isAfter(clock.instant());
    }

    private List<Timer> waiting() {
      return tables.timers.values().stream()
          .filter(row -> row.status() == TimerStatus.CREATED)
          .filter(row -> !isPostponed(row))
          .sorted(Comparator.comparing(Timer::dueOn))
          .collect(Collectors.toList());
    }
  }
}
