package flows4ee.engine;

import flows4ee.engine.error.EngineException;
import flows4ee.engine.error.EngineMessage;
import flows4ee.engine.execution.Call;
import flows4ee.engine.execution.History;
import flows4ee.engine.execution.StepLoop;
import flows4ee.engine.state.ProcessStatus;
import flows4ee.engine.state.Subflow;
import flows4ee.engine.state.SubflowStatus;
import flows4ee.engine.state.TimerStatus;
import java.util.List;
import java.util.Optional;

/**
 * Suspends and resumes instances. While suspended no step completes, timers stand still and
 * messages wait; on resume, steps marked by a rewind run again or go.
 */
final class SuspendOperations {

  private final Calls calls;
  private final StepLoop loop;

  SuspendOperations(Calls calls, StepLoop loop) {
    this.calls = calls;
    this.loop = loop;
  }

  void suspend(long processId, Optional<String> comment, Caller caller) {
    calls.onInstance(
        processId,
        EngineMessage.PROCESS_LOCK_TIMEOUT,
        caller,
        call -> {
          var status = call.state().instance().status();
          if (status != ProcessStatus.RUNNING && status != ProcessStatus.ERROR) {
            throw new EngineException(EngineMessage.SUSPEND_INVALID_STATUS);
          }
          changeSteps(call, SubflowStatus.RUNNING, SubflowStatus.SUSPENDED, "step suspended");
          changeTimers(call, TimerStatus.CREATED, TimerStatus.SUSPENDED);
          call.state().change(row -> row.status = ProcessStatus.SUSPENDED);
          call.history().instance(History.ABNORMAL, "suspended", comment.orElse(null));
        });
  }

  void resume(long processId, Optional<String> comment, Caller caller) {
    calls.onInstance(
        processId,
        EngineMessage.PROCESS_LOCK_TIMEOUT,
        caller,
        call -> {
          if (call.state().instance().status() != ProcessStatus.SUSPENDED) {
            throw new EngineException(EngineMessage.RESUME_INVALID_STATUS);
          }
          call.history().instance(History.ABNORMAL, "resumed", comment.orElse(null));
          wake(call);
        });
  }

  private void wake(Call call) {
    changeSteps(call, SubflowStatus.SUSPENDED, SubflowStatus.RUNNING, "step resumed");
    changeTimers(call, TimerStatus.SUSPENDED, TimerStatus.CREATED);
    boolean isInError =
        call.state().subflows().any(subflow -> subflow.status() == SubflowStatus.ERROR);
    call.state()
        .change(
            row -> {
              row.isAltered = true;
              row.status = isInError ? ProcessStatus.ERROR : ProcessStatus.RUNNING;
            });
    if (!call.state().deliveries().all().isEmpty()) {
      call.notifyLater(call.state().id());
    }
    for (var marked : in(call, SubflowStatus.DELETE_ON_RESUME)) {
      endToken(call, marked);
    }
    for (var marked : in(call, SubflowStatus.RESTART_ON_RESUME)) {
      call.state().changeSubflow(marked.id(), row -> row.status = SubflowStatus.RUNNING);
      call.execution(marked.id()).planEnter();
    }
    loop.runPlanned(call);
  }

  private static void endToken(Call call, Subflow marked) {
    if (call.state().subflows().find(marked.id()).isEmpty()) {
      return;
    }
    var execution = call.execution(marked.id());
    call.history().instanceAt(marked, History.ABNORMAL, "subflow deleted", null);
    execution.endBranches();
    execution.endBelow();
    if (marked.current() == null) {
      execution.end();
    } else if (execution.isRound()) {
      execution.abandonWaits();
      execution.proceed();
    } else {
      execution.abandonBoundary();
      execution.end();
    }
  }

  private static void changeSteps(Call call, SubflowStatus from, SubflowStatus to, String event) {
    for (var subflow : in(call, from)) {
      var changed = call.state().changeSubflow(subflow.id(), row -> row.status = to);
      call.history().step(changed, History.ABNORMAL, event, null);
    }
  }

  private static void changeTimers(Call call, TimerStatus from, TimerStatus to) {
    call.state()
        .timers()
        .where(timer -> timer.status() == from)
        .forEach(timer -> call.state().timers().put(timer.with(row -> row.status = to)));
  }

  private static List<Subflow> in(Call call, SubflowStatus status) {
    return call.state().subflows().where(subflow -> subflow.status() == status);
  }
}
