package flows4ee.engine;

import flows4ee.engine.error.EngineException;
import flows4ee.engine.error.EngineMessage;
import flows4ee.engine.error.StepFailedException;
import flows4ee.engine.execution.Call;
import flows4ee.engine.execution.History;
import flows4ee.engine.execution.StepLoop;
import flows4ee.engine.execution.Trigger;
import flows4ee.engine.model.EventDefinition;
import flows4ee.engine.model.IntermediateCatchEvent;
import flows4ee.engine.model.StartEvent;
import flows4ee.engine.state.ProcessStatus;
import flows4ee.engine.state.Subflow;
import flows4ee.engine.state.SubflowStatus;
import flows4ee.engine.state.Timer;
import flows4ee.engine.state.TimerStatus;
import flows4ee.engine.timer.Timers;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiConsumer;

/** What a caller does with a step: complete, reserve, release, start and pause work, restart. */
final class StepOperations {

  private final Calls calls;
  private final StepLoop loop;
  private final VariableOperations variables;

  StepOperations(Calls calls, StepLoop loop, VariableOperations variables) {
    this.calls = calls;
    this.loop = loop;
    this.variables = variables;
  }

  void complete(long subflowId, String stepKey, StepCompletion completion, Caller caller) {
    calls.onSubflow(
        subflowId,
        EngineMessage.SUBFLOW_LOCK_TIMEOUT,
        caller,
        (call, subflow) -> {
          StepGuards.requireKey(call, subflow, stepKey);
          StepGuards.requireCompletable(call, subflow);
          requireReservation(subflow, completion);
          variables.assign(call, completion.variables(), subflow.scope());
          loop.resume(call, subflowId, new Trigger.Completed());
        });
  }

  void startWork(long subflowId, String stepKey, Caller caller) {
    onStep(
        subflowId,
        stepKey,
        caller,
        (call, subflow) -> {
          if (subflow.workStarted() == null) {
            call.state().changeSubflow(subflowId, row -> row.workStarted = call.now());
          }
          log(call, subflowId, "step started");
        });
  }

  void pauseWork(long subflowId, String stepKey, Caller caller) {
    onStep(
        subflowId,
        stepKey,
        caller,
        (call, subflow) -> {
          if (subflow.workStarted() != null) {
            log(call, subflowId, "step paused");
          }
        });
  }

  void reserve(
      long subflowId, String stepKey, String reservation, boolean isForced, Caller caller) {
    calls.onSubflow(
        subflowId,
        EngineMessage.RESERVATION_LOCK_TIMEOUT,
        caller,
        (call, subflow) -> {
          StepGuards.requireKey(call, subflow, stepKey);
          requireFree(subflow, reservation, isForced);
          call.state().changeSubflow(subflowId, row -> row.reservation = reservation);
          String before =
              subflow.reservation() == null ? null : "instead of " + subflow.reservation();
          call.history()
              .step(call.state().subflow(subflowId), History.ROUTINE, "step reserved", before);
        });
  }

  void release(long subflowId, String stepKey, Caller caller) {
    calls.onSubflow(
        subflowId,
        EngineMessage.RESERVATION_LOCK_TIMEOUT,
        caller,
        (call, subflow) -> {
          StepGuards.requireKey(call, subflow, stepKey);
          call.state().changeSubflow(subflowId, row -> row.reservation = null);
          log(call, subflowId, "step released");
        });
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
          repair(call, subflowId, "step force next step", comment);
          var execution = call.execution(subflowId).winner();
          if (isWithExpressions) {
            execution.finish();
          } else {
            execution.abandonBoundary();
            execution.logCompleted(null, "forced");
          }
          execution.proceed();
          loop.runPlanned(call);
        });
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
          var waiting = Timers.findWaiting(call.state(), subflowId);
          StepGuards.requireKey(
              call, stepKey, waiting.map(Timer::stepKey).orElse(subflow.stepKey()));
          var timer =
              waiting.orElseThrow(
                  () -> new EngineException(EngineMessage.NO_PENDING_TIMER, subflowId));
          Instant due = dueOn.filter(time -> time.isAfter(call.now())).orElse(call.now());
          call.state().timers().put(timer.with(row -> row.dueOn = due));
          call.history().step(subflow, History.ABNORMAL, "step rescheduled", comment.orElse(null));
        });
  }

  private void onStep(
      long subflowId, String stepKey, Caller caller, BiConsumer<Call, Subflow> work) {
    calls.onSubflow(
        subflowId,
        EngineMessage.SUBFLOW_LOCK_TIMEOUT,
        caller,
        (call, subflow) -> {
          StepGuards.requireKey(call, subflow, stepKey);
          work.accept(call, subflow);
        });
  }

  private static void log(Call call, long subflowId, String event) {
    call.history().step(call.state().subflow(subflowId), History.ROUTINE, event, null);
  }

  private static void requireReservation(Subflow subflow, StepCompletion completion) {
    var wanted = completion.reservation();
    if (wanted.isPresent() && !wanted.get().equals(subflow.reservation())) {
      throw new EngineException(
          EngineMessage.RESERVATION_BY_OTHER, wanted.get(), subflow.reservation());
    }
  }

  private static void requireFree(Subflow subflow, String wanted, boolean isForced) {
    String holder = subflow.reservation();
    if (wanted.equals(holder)) {
      throw new EngineException(EngineMessage.RESERVATION_ALREADY_PLACED);
    }
    if (holder != null && !isForced) {
      throw new EngineException(EngineMessage.RESERVATION_BY_OTHER, wanted, holder);
    }
  }

  /** Takes a step out of error; the instance too when no other step is in error. */
  private static void repair(Call call, long subflowId, String event, Optional<String> comment) {
    var subflow = call.state().changeSubflow(subflowId, row -> row.status = SubflowStatus.RUNNING);
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
    call.history().step(subflow, History.ABNORMAL, event, comment.orElse(null));
  }

  /** A timer that has fired already is not waited for again: it is due at once. */
  private void rerun(Call call, long subflowId) {
    var fired = firedTimer(call, subflowId);
    if (fired.isPresent()) {
      call.state()
          .timers()
          .put(
              fired
                  .get()
                  .with(
                      row -> {
                        row.status = TimerStatus.CREATED;
                        row.dueOn = call.now();
                      }));
      call.state().changeSubflow(subflowId, row -> row.status = SubflowStatus.WAITING_FOR_TIMER);
    } else {
      loop.enter(call, subflowId);
    }
  }

  private static Optional<Timer> firedTimer(Call call, long subflowId) {
    var element = call.execution(subflowId).element();
    boolean isTimer =
        element instanceof StartEvent start && start.definition() instanceof EventDefinition.Timer
            || element instanceof IntermediateCatchEvent event
                && event.definition() instanceof EventDefinition.Timer;
    return isTimer ? Timers.findFired(call.state(), subflowId, element.id()) : Optional.empty();
  }
}
