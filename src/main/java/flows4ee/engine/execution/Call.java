package flows4ee.engine.execution;

import flows4ee.engine.error.EngineException;
import flows4ee.engine.error.StepFailedException;
import flows4ee.engine.expression.ExpressionScope;
import flows4ee.engine.model.DiagramModel;
import flows4ee.engine.model.FlowElement;
import flows4ee.engine.state.IdKind;
import flows4ee.engine.state.InstanceState;
import flows4ee.engine.state.MessageDelivery;
import flows4ee.engine.state.OutgoingMessage;
import flows4ee.engine.state.ProcessStatus;
import flows4ee.engine.state.Subflow;
import flows4ee.engine.state.Transaction;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One call of the engine on one locked instance: its transaction, its state, who calls and when,
 * and what is still to do.
 */
public final class Call {

  private final Transaction transaction;
  private final Services services;
  private final String user;
  private final Instant now;
  private final Agenda agenda = new Agenda();
  private final Set<Long> receivers = new LinkedHashSet<>();
  private final Map<Long, Call> created = new HashMap<>();
  private InstanceState state;
  private boolean isDiscarded;

  public Call(Transaction transaction, InstanceState state, Services services, String user) {
    this.transaction = transaction;
    this.state = state;
    this.services = services;
    this.user = user;
    this.now = services.clock().instant();
  }

  public Transaction transaction() {
    return transaction;
  }

  public InstanceState state() {
    return state;
  }

  public Services services() {
    return services;
  }

  public String user() {
    return user;
  }

  /** The engine's time of this call. */
  public Instant now() {
    return now;
  }

  public History history() {
    return new History(this);
  }

  public Variables variables() {
    return new Variables(this);
  }

  /** The handle of one subflow. */
  public Execution execution(long subflowId) {
    return new Execution(this, subflowId);
  }

  /** What expressions of the process itself see: the variables of the main scope. */
  public ExpressionScope scope() {
    return new InstanceScope(this, null, 0, Optional.empty());
  }

  public DiagramModel model(long diagramId) {
    return services.models().model(diagramId, state.contentHash(diagramId));
  }

  public long nextId(IdKind kind) {
    return transaction.instances().nextId(kind);
  }

  /** Notes an instance that has accepted messages to handle once this call has committed. */
  public void notifyLater(long processId) {
    receivers.add(processId);
  }

  /** The instances to notify, in order. */
  public Set<Long> receivers() {
    return receivers;
  }

  /**
   * Creates the instance that a message of this call starts.
   *
   * @throws StepFailedException when it cannot be created; the sending step fails
   */
  void create(OutgoingMessage sent) {
    try {
      created.put(sent.delivery().id(), services.messageStarts().create(this, sent));
    } catch (EngineException e) {
      throw new StepFailedException(e, e.engineMessage(), e.arguments());
    }
  }

  private void touch(Subflow subflow) {
    state.changeSubflow(
        subflow.id(),
        row -> {
          row.lastUpdate = now;
          row.lastUpdateBy = user;
        });
  }

  private void startLater(Call started, OutgoingMessage sent) {
    long processId = started.state().id();
    started.flush();
    transaction
        .messages()
        .accept(
            MessageDelivery.ofStart(
                sent.delivery().id(), processId, sent.subscription().eventId(), now));
    notifyLater(processId);
  }

  /** Forgets the state: the instance was deleted. */
  public void discard() {
    isDiscarded = true;
  }

  /** Writes all changes and touches the instance. */
  public void flush() {
    if (isDiscarded) {
      return;
    }
    if (state.mark() > 0) {
      state.change(
          row -> {
            row.lastUpdate = now;
            row.lastUpdateBy = user;
          });
    }
    state.subflows().updated().forEach(this::touch);
    for (var sent : state.outbox().all()) {
      if (services.settings().isReceivedMessageLogged()) {
        transaction.messages().log(sent.received());
      }
      if (sent.subscription().isStart()) {
        startLater(created.get(sent.delivery().id()), sent);
      } else {
        notifyLater(sent.delivery().processId());
      }
    }
    transaction.instances().flush(state);
  }

  /**
   * Commits what was done so far and locks the instance again.
   *
   * @return whether the instance is still there
   */
  boolean commitAndLockAgain() {
    flush();
    transaction.commit();
    var again = transaction.instances().findLocked(state.id());
    again.ifPresent(fresh -> state = fresh);
    return again.isPresent();
  }

  /** Ends the instance after a terminate end event. */
  public void endInstance(boolean asTerminated) {
    Subflows.endInstance(this, asTerminated ? ProcessStatus.TERMINATED : ProcessStatus.COMPLETED);
  }

  /** Begins the instance with its main subflow at a start event. */
  public Execution begin(FlowElement start) {
    return execution(Subflows.main(this, start).id());
  }

  /** Ends every subflow of the instance. */
  public void endAll() {
    Subflows.endLevel(this, 0);
  }

  Agenda agenda() {
    return agenda;
  }
}
