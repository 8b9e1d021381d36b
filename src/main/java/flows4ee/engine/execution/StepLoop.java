package flows4ee.engine.execution;

import flows4ee.engine.error.EngineMessage;
import flows4ee.engine.error.StepFailedException;
import flows4ee.engine.message.NotCorrelatedException;
import flows4ee.engine.model.BoundaryEvent;
import flows4ee.engine.model.Event;
import flows4ee.engine.model.ExpressionSet;
import flows4ee.engine.model.FlowElement;
import flows4ee.engine.model.StartEvent;
import flows4ee.engine.model.Task;
import flows4ee.engine.state.ProcessStatus;
import flows4ee.engine.state.SubflowStatus;
import java.util.Optional;

/**
 * Runs the steps of a call. Each step is a unit: when it fails, its own changes are dropped and its
 * subflow and the instance go to {@code error}, while earlier steps stand.
 */
public final class StepLoop {

  private final ElementBehaviors behaviors;

  public StepLoop(ElementBehaviors behaviors) {
    this.behaviors = behaviors;
  }

  /**
   * Lets a step of the caller's own go on, then runs what follows.
   *
   * @throws StepFailedException when the step itself fails; the caller rolls back
   */
  public void resume(Call call, long subflowId, Trigger trigger) {
    resumeObject(call.execution(subflowId), trigger);
    call.agenda().keep();
    run(call);
  }

  /**
   * Enters the current object of a subflow as the caller's own step, then runs what follows.
   *
   * @throws StepFailedException when the step itself fails; the caller rolls back
   */
  public void enter(Call call, long subflowId) {
    enterObject(call.execution(subflowId));
    call.agenda().keep();
    run(call);
  }

  /** Lets a waiting step go on; when it fails it goes to {@code error}, then runs what follows. */
  public void resumeLater(Call call, long subflowId, Trigger trigger) {
    call.agenda().again(new Agenda.Item(subflowId, Optional.of(trigger)));
    run(call);
  }

  /** Enters the current object of a subflow as a step of the engine's own. */
  public void enterLater(Call call, long subflowId) {
    call.agenda().again(new Agenda.Item(subflowId, Optional.empty()));
    run(call);
  }

  /** Runs what the caller has planned. */
  public void runPlanned(Call call) {
    call.agenda().keep();
    run(call);
  }

  private void run(Call call) {
    int budget = call.services().settings().stepBudget();
    int steps = 0;
    var next = call.agenda().next();
    while (next.isPresent()) {
      if (call.state().subflows().find(next.get().subflowId()).isPresent()) {
        runStep(call, next.get(), ++steps > budget);
      }
      next = call.agenda().next();
    }
  }

  private void runStep(Call call, Agenda.Item item, boolean isOverBudget) {
    if (isCommitDue(call, item) && !commitBefore(call, item)) {
      return;
    }
    if (isHalted(call, item)) {
      call.execution(item.subflowId()).waitAs(SubflowStatus.RESTART_ON_RESUME);
      return;
    }
    int mark = call.state().mark();
    try {
      requireBudget(call, isOverBudget);
      perform(call, item);
      call.agenda().keep();
    } catch (StepFailedException e) {
      call.agenda().drop();
      call.state().rollbackTo(mark);
      fail(call, item.subflowId(), e);
    }
  }

  private void perform(Call call, Agenda.Item item) {
    var execution = call.execution(item.subflowId());
    if (item.trigger().isPresent()) {
      resumeObject(execution, item.trigger().get());
    } else {
      enterObject(execution);
    }
  }

  private void resumeObject(Execution waiting, Trigger trigger) {
    var execution = waiting.winner();
    var eventId = trigger.eventId();
    if (eventId.isPresent() && !eventId.get().equals(execution.subflow().current())) {
      var event = (BoundaryEvent) execution.model().element(eventId.get());
      execution.interruptBy(event);
    } else {
      behaviors.resume(execution, trigger);
    }
  }

  private void enterObject(Execution execution) {
    if (execution.subflow().status() == SubflowStatus.CREATED) {
      execution.waitAs(SubflowStatus.RUNNING);
    }
    var history = execution.call().history();
    history.step(execution.subflow(), History.MAJOR, "current step", null);
    if (!execution.isRound()) {
      beforePhase(execution);
    }
    behaviors.enter(execution);
  }

  private static void beforePhase(Execution execution) {
    var element = execution.element();
    if (element instanceof Task) {
      execution.runExpressions(ExpressionSet.BEFORE_TASK);
    } else if (runsBeforeEvent(element)) {
      execution.runExpressions(ExpressionSet.BEFORE_EVENT);
    }
    execution.call().services().boundaryEvents().arm(execution);
  }

  /** A boundary event ran them when it was armed; a start event runs them for a timer only. */
  private static boolean runsBeforeEvent(FlowElement element) {
    return element instanceof Event
        && !(element instanceof BoundaryEvent)
        && !(element instanceof StartEvent);
  }

  private static void requireBudget(Call call, boolean isOverBudget) {
    if (isOverBudget) {
      throw new StepFailedException(
          EngineMessage.STEP_BUDGET_EXCEEDED, call.services().settings().stepBudget());
    }
  }

  /** Another call may have suspended the instance between two commits of this one. */
  private static boolean isHalted(Call call, Agenda.Item item) {
    return item.trigger().isEmpty() && call.state().instance().status() == ProcessStatus.SUSPENDED;
  }

  private boolean isCommitDue(Call call, Agenda.Item item) {
    return item.trigger().isEmpty() && behaviors.hasOutsideEffect(call.execution(item.subflowId()));
  }

  /**
   * Commits what came before, the step as one not yet entered; it runs only if it is still the same
   * afterwards.
   */
  private static boolean commitBefore(Call call, Agenda.Item item) {
    call.execution(item.subflowId()).waitAs(SubflowStatus.CREATED);
    String stepKey = call.state().subflow(item.subflowId()).stepKey();
    return call.commitAndLockAgain()
        && call.state()
            .subflows()
            .find(item.subflowId())
            .filter(subflow -> subflow.stepKey().equals(stepKey))
            .filter(subflow -> subflow.status() == SubflowStatus.CREATED)
            .isPresent();
  }

  /**
   * Goes on with a step that was planned when the server stopped. One with effects outside the
   * database may have had them, so it goes to {@code error}.
   */
  public void goOn(Call call, long subflowId) {
    var execution = call.execution(subflowId);
    if (behaviors.hasOutsideEffect(execution)) {
      fail(
          call,
          subflowId,
          new StepFailedException(
              EngineMessage.STEP_INTERRUPTED, execution.subflow().current(), subflowId));
    } else {
      enterLater(call, subflowId);
    }
  }

  /** Sets a subflow and the instance to {@code error} and logs why. */
  public static void fail(Call call, long subflowId, StepFailedException failure) {
    var subflow = call.state().changeSubflow(subflowId, row -> row.status = SubflowStatus.ERROR);
    if (!call.state().instance().status().isEnded()) {
      call.state().change(row -> row.status = ProcessStatus.ERROR);
    }
    if (call.state().instance().loggingLevel() >= History.ABNORMAL) {
      call.state().log().add(call.history().failure(subflow, failure));
    }
    call.history().step(subflow, History.ABNORMAL, "step error", call.history().text(failure));
    if (failure instanceof NotCorrelatedException lost
        && call.services().settings().isReceivedMessageLogged()) {
      call.transaction().messages().log(lost.received());
    }
  }
}
