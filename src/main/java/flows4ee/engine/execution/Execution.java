package flows4ee.engine.execution;

import flows4ee.engine.error.EngineMessage;
import flows4ee.engine.error.StepFailedException;
import flows4ee.engine.expression.ExpressionScope;
import flows4ee.engine.expression.LoopCounters;
import flows4ee.engine.message.MessageSender;
import flows4ee.engine.model.Activity;
import flows4ee.engine.model.BoundaryEvent;
import flows4ee.engine.model.DiagramModel;
import flows4ee.engine.model.ExpressionSet;
import flows4ee.engine.model.FlowElement;
import flows4ee.engine.model.MessageDefinition;
import flows4ee.engine.model.SequenceFlow;
import flows4ee.engine.model.Task;
import flows4ee.engine.state.IdKind;
import flows4ee.engine.state.InstanceState;
import flows4ee.engine.state.Subflow;
import flows4ee.engine.state.SubflowStatus;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The handle of one subflow within a call, and the only way for a behavior to change state. Moves
 * go on the agenda; nothing here runs another step.
 */
public final class Execution {

  private final Call call;
  private final long subflowId;

  Execution(Call call, long subflowId) {
    this.call = call;
    this.subflowId = subflowId;
  }

  public Call call() {
    return call;
  }

  public InstanceState state() {
    return call.state();
  }

  public Subflow subflow() {
    return state().subflow(subflowId);
  }

  public DiagramModel model() {
    return call.model(subflow().diagramId());
  }

  /** The current object. */
  public FlowElement element() {
    return model().element(subflow().current());
  }

  /** Whether the current object runs in rounds and this subflow is not one of them. */
  public boolean isIterated() {
    return element() instanceof Activity activity && activity.iteration().isPresent() && !isRound();
  }

  /** Whether this subflow is one round of its current object. */
  public boolean isRound() {
    return subflow().isRoundOf(subflow().current());
  }

  // ---- expressions

  /** What expressions of this step see: the variables of its own scope. */
  public ExpressionScope scope() {
    return new InstanceScope(call, subflow(), subflow().scope(), Optional.empty());
  }

  /** As {@link #scope()}, with the counters of an iteration. */
  public ExpressionScope scope(LoopCounters loop) {
    return new InstanceScope(call, subflow(), subflow().scope(), Optional.of(loop));
  }

  /** Runs an expression set of the current object, reading and writing the own scope. */
  public void runExpressions(ExpressionSet set) {
    runExpressionsOf(element(), set);
  }

  /** Runs an expression set of another element in the scope of this subflow. */
  void runExpressionsOf(FlowElement element, ExpressionSet set) {
    runExpressions(element, set, subflow().scope(), subflow().scope());
  }

  /** Runs an expression set that reads one scope and writes another. */
  public void runExpressions(
      FlowElement element, ExpressionSet set, long readScope, long writeScope) {
    var expressions = element.expressions(set);
    if (expressions.isEmpty()) {
      return;
    }
    var step = subflow();
    call.services()
        .expressions()
        .run(
            set,
            expressions,
            new InstanceScope(call, step, readScope, Optional.empty()),
            (name, value) ->
                call.variables().replace(writeScope, name, value, step, set.literal()));
  }

  /** Sends a message; an instance that it starts is created within this step. */
  public void send(MessageSender sender, MessageDefinition message) {
    var messages = call.transaction().messages();
    var sent = sender.send(messages, state(), () -> call.nextId(IdKind.DELIVERY), message, scope());
    if (sent.subscription().isStart()) {
      call.create(sent);
    }
  }

  // ---- staying

  /** Lets the step wait in a status. */
  public void waitAs(SubflowStatus status) {
    change(row -> row.status = status);
  }

  /** Changes the row of the subflow. */
  public void change(Consumer<Subflow.Builder> change) {
    state().changeSubflow(subflowId, change);
  }

  // ---- leaving

  /** Finishes the current object and goes on by its only way out. */
  public void leave() {
    finish();
    proceed();
  }

  /** The post-phase of the current object: after-expressions, boundary events, logs. */
  public void finish() {
    if (element() instanceof Task && !isRound()) {
      runExpressions(ExpressionSet.AFTER_TASK);
    }
    abandonBoundary();
    logCompleted(null, null);
    change(row -> row.reservation = null);
  }

  /** Goes on from a finished object: to the next one, or back to the iteration it is a round of. */
  public void proceed() {
    if (isRound()) {
      waitAs(SubflowStatus.WAITING_ITERATIONS);
      call.agenda().resume(subflow().parentId(), new Trigger.RoundEnded(subflowId));
    } else {
      take(onlyWayOut());
    }
  }

  /** Moves along a sequence flow. */
  public void take(SequenceFlow flow) {
    moveTo(model().element(flow.targetId()));
  }

  /** Moves to an element and plans to enter it. */
  public void moveTo(FlowElement target) {
    place(target, call.services().stepKeys().next());
    call.agenda().enter(subflowId);
  }

  /** Puts the subflow on an element without entering it; the step key is given. */
  public void place(FlowElement target, String stepKey) {
    change(
        row -> {
          row.lastCompleted = row.current == null ? row.lastCompleted : row.current;
          Subflows.put(row, target, stepKey, call.now());
        });
  }

  /** Plans to enter the current object of this subflow. */
  public void planEnter() {
    call.agenda().enter(subflowId);
  }

  /** Plans to let this subflow go on. */
  public void planResume(Trigger trigger) {
    call.agenda().resume(subflowId, trigger);
  }

  /** Writes the current object to the log of completed objects. */
  public void logCompleted(String matchingObject, String notes) {
    call.history().completed(subflow(), matchingObject, notes);
  }

  /** Ends all that waits at the boundary of the current object. */
  public void abandonBoundary() {
    call.services().boundaryEvents().disarm(this);
  }

  /** The only sequence flow that leaves the current object. */
  public SequenceFlow onlyWayOut() {
    var element = element();
    List<SequenceFlow> ways = element.outgoing();
    if (ways.isEmpty()) {
      throw new StepFailedException(EngineMessage.NO_NEXT_STEP, subflowId, element.id());
    }
    if (ways.size() > 1) {
      throw new StepFailedException(
          EngineMessage.MORE_THAN_ONE_FORWARD_PATH, subflowId, element.id());
    }
    return ways.get(0);
  }

  // ---- children and levels

  /** Finishes a gateway and bears one child for each flow; the first child runs first. */
  public void split(List<SequenceFlow> flows, boolean isEventBased) {
    Branches.bear(this, flows, isEventBased);
  }

  /** Bears a child on the same level, standing at an element. */
  public Subflow bear(
      FlowElement target, String startingObject, String route, SubflowStatus status) {
    return Subflows.bear(call, subflow(), target, startingObject, route, status);
  }

  /**
   * Opens a level below the current activity, with one subflow at a start event.
   *
   * @param diagramId called diagram, or empty for a sub-process of the same one
   */
  public Execution openLevel(FlowElement start, Optional<Long> diagramId) {
    return call.execution(Subflows.openLevel(call, subflow(), start, diagramId).id());
  }

  /** Ends everything below the current activity: child level and rounds. */
  public void endBelow() {
    Subflows.endBelow(call, subflow());
  }

  /** Ends the branches of this split. */
  public void endBranches() {
    Subflows.endBranches(call, subflow());
  }

  /** Ends everything on this subflow's level and below, the subflow itself included. */
  public void endLevel() {
    Subflows.endLevel(call, subflow().processLevel());
  }

  /** Ends this token at an end event; the level or the instance ends with its last token. */
  public void end() {
    Subflows.end(call, subflow());
  }

  /** The subflow whose activity runs the level of this one; empty at top level. */
  public Optional<Execution> caller() {
    long calling = subflow().callingSubflow();
    return calling == 0 ? Optional.empty() : Optional.of(call.execution(calling));
  }

  /** The subflow that holds the boundary events of the activity: of a round, the iterating one. */
  public Execution boundaryOwner() {
    return isRound() ? call.execution(subflow().parentId()).boundaryOwner() : this;
  }

  /** Leaves the current activity by an interrupting boundary event. */
  public void interruptBy(BoundaryEvent event) {
    endBelow();
    call.history().step(subflow(), History.ROUTINE, "step interrupted", event.id());
    abandonWaits();
    moveTo(event);
  }

  /** Ends all that the step itself and its boundary events wait for. */
  public void abandonWaits() {
    Subflows.closeWaits(call, subflow());
    abandonBoundary();
  }

  /**
   * The subflow that goes on when this one leaves its object. For a child of an event-based
   * gateway, whose event has come first then, the gateway's subflow takes over at the event and all
   * children go; any other goes on itself.
   */
  public Execution winner() {
    if (!subflow().isFollowingEventGateway()) {
      return this;
    }
    var event = element();
    long gatewaySubflow = subflow().parentId();
    call.execution(gatewaySubflow).endBranches();
    var winner = call.execution(gatewaySubflow);
    winner.place(event, call.services().stepKeys().next());
    return winner;
  }
}
