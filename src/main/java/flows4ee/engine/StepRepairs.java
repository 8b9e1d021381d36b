package flows4ee.engine;

import flows4ee.engine.error.EngineException;
import flows4ee.engine.error.EngineMessage;
import flows4ee.engine.error.StepFailedException;
import flows4ee.engine.execution.Call;
import flows4ee.engine.execution.Execution;
import flows4ee.engine.execution.History;
import flows4ee.engine.execution.StepLoop;
import flows4ee.engine.execution.Trigger;
import flows4ee.engine.gateway.BranchMerge;
import flows4ee.engine.model.EndEvent;
import flows4ee.engine.model.EventDefinition;
import flows4ee.engine.model.FlowElement;
import flows4ee.engine.model.IntermediateCatchEvent;
import flows4ee.engine.model.IntermediateThrowEvent;
import flows4ee.engine.model.StartEvent;
import flows4ee.engine.state.ProcessStatus;
import flows4ee.engine.state.Subflow;
import flows4ee.engine.state.SubflowStatus;
import flows4ee.engine.state.Timer;
import flows4ee.engine.state.TimerStatus;
import flows4ee.engine.timer.Timers;
import java.time.Instant;
import java.util.Optional;

/** How a step that failed or waits for its timer is helped on: restart, force, reschedule. */
final class StepRepairs {

  private final Calls calls;
  private final StepLoop loop;

  StepRepairs(Calls calls, StepLoop loop) {
    this.calls = calls;
    this.loop = loop;
  }

  /** A step that fails again stays in error as it was, and the call succeeds. */
  void restart(long subflowId, String stepKey, Optional<String> comment, Caller caller) {
    try {
      calls.onSubflow(
          subflowId,
          EngineMessage.SUBFLOW_LOCK_TIMEOUT,
          caller,
          (call, subflow) -> {
            StepGuards.requireKey(call, subflow, stepKey);
            StepGuards.requireStatus(subflow, SubflowStatus.ERROR, EngineMessage.RESTART_NO_ERROR);
            StepGuards.requireNotSuspended(call, subflow);
            repair(call, subflowId, "step restart", comment);
            rerun(call, subflowId);
          });
    } catch (StepFailedException e) {
      // the failure is logged with the instance; the step is in error as before
      return;
    }
  }

  void forceNextStep(
      long subflowId,
      String stepKey,
      boolean isWithExpressions,
      Optional<String> comment,
      Caller caller) {
    calls.onSubflow(
        subflowId,
        EngineMessage.SUBFLOW_LOCK_TIMEOUT,
        caller,
        (call, subflow) -> {
          StepGuards.requireKey(call, subflow, stepKey);
          StepGuards.requireStatus(
              subflow, SubflowStatus.ERROR, EngineMessage.REWIND_FORCE_NOT_ERROR);
          StepGuards.requireNotSuspended(call, subflow);
          repair(call, subflowId, "step force next step", comment);
          if (BranchMerge.isArriving(call.execution(subflowId))) {
            merge(call, subflowId, isWithExpressions);
          } else if (leavesWithoutFlow(call.execution(subflowId).element())) {
            loop.resume(call, subflowId, new Trigger.EventForced());
          } else {
            leave(call.execution(subflowId).winner(), isWithExpressions);
            loop.runPlanned(call);
          }
        });
  }

  private void merge(Call call, long branchId, boolean isWithExpressions) {
    loop.resume(
        call, branchId, isWithExpressions ? new Trigger.SisterEnded() : new Trigger.MergeForced());
  }

  /** An end event ends its token, a link takes it to its catch event. */
  private static boolean leavesWithoutFlow(FlowElement element) {
    return element instanceof EndEvent
        || element instanceof IntermediateThrowEvent event
            && event.definition() instanceof EventDefinition.Link;
  }

  private static void leave(Execution execution, boolean isWithExpressions) {
    if (isWithExpressions) {
      execution.finish();
    } else {
      execution.logCompleted(null, "forced");
    }
    execution.proceed();
  }

  void rescheduleTimer(
      long subflowId,
      String stepKey,
      Optional<Instant> dueOn,
      Optional<String> comment,
      Caller caller) {
    calls.onSubflow(
        subflowId,
        EngineMessage.SUBFLOW_LOCK_TIMEOUT,
        caller,
        (call, subflow) -> {
          var timer = Timers.findWaiting(call.state(), subflowId).or(() -> broken(call, subflow));
          StepGuards.requireKey(call, stepKey, timer.map(Timer::stepKey).orElse(subflow.stepKey()));
          reschedule(
              call,
              timer.orElseThrow(
                  () -> new EngineException(EngineMessage.NO_PENDING_TIMER, subflowId)),
              dueOn.filter(time -> time.isAfter(call.now())).orElse(call.now()),
              comment);
        });
  }

  private static void reschedule(Call call, Timer timer, Instant due, Optional<String> comment) {
    if (timer.status() == TimerStatus.BROKEN) {
      repair(call, timer.subflowId(), "step rescheduled", comment);
      logRescheduled(call, timer.subflowId(), comment);
      rearm(call, timer, due);
      return;
    }
    call.state().timers().put(timer.with(row -> row.dueOn = due));
    logRescheduled(call, timer.subflowId(), comment);
    call.history()
        .step(
            call.state().subflow(timer.subflowId()),
            History.ABNORMAL,
            "step rescheduled",
            comment.orElse(null));
  }

  private static void logRescheduled(Call call, long subflowId, Optional<String> comment) {
    var step = call.state().subflow(subflowId);
    call.history().instanceAt(step, History.ABNORMAL, "rescheduled", comment.orElse(null));
  }

  /**
   * Takes a step out of error, with all that still runs below or waits beside it ended; the
   * instance too when no other step is in error.
   */
  private static void repair(Call call, long subflowId, String event, Optional<String> comment) {
    var execution = call.execution(subflowId);
    execution.endBelow();
    execution.abandonWaits();
    execution.waitAs(SubflowStatus.RUNNING);
    boolean isErrorLeft =
        call.state().subflows().any(other -> other.status() == SubflowStatus.ERROR);
    call.state()
        .change(
            row -> {
              row.isAltered = true;
              if (!isErrorLeft && row.status == ProcessStatus.ERROR) {
                row.status = ProcessStatus.RUNNING;
              }
            });
    call.history().step(execution.subflow(), History.ABNORMAL, event, comment.orElse(null));
  }

  /** A timer that was due already is not waited for again: it is due at once. */
  private void rerun(Call call, long subflowId) {
    var spent = spentTimer(call, call.state().subflow(subflowId));
    if (spent.isPresent()) {
      rearm(call, spent.get(), call.now());
    } else {
      loop.enter(call, subflowId);
    }
  }

  private static void rearm(Call call, Timer timer, Instant due) {
    call.state()
        .timers()
        .put(
            timer.with(
                row -> {
                  row.status = TimerStatus.CREATED;
                  row.dueOn = due;
                }));
    call.execution(timer.subflowId()).waitAs(SubflowStatus.WAITING_FOR_TIMER);
  }

  private static Optional<Timer> spentTimer(Call call, Subflow subflow) {
    var fired =
        isTimer(call.execution(subflow.id()).element())
            ? Timers.findLast(call.state(), subflow.id(), subflow.current(), TimerStatus.ENDED)
            : Optional.<Timer>empty();
    return fired.or(() -> broken(call, subflow));
  }

  /** The broken timer of the event a subflow stands at. */
  private static Optional<Timer> broken(Call call, Subflow subflow) {
    return Timers.findLast(call.state(), subflow.id(), subflow.current(), TimerStatus.BROKEN);
  }

  private static boolean isTimer(FlowElement element) {
    return element instanceof StartEvent start
            && start.definition() instanceof EventDefinition.Timer
        || element instanceof IntermediateCatchEvent event
            && event.definition() instanceof EventDefinition.Timer;
  }
}
