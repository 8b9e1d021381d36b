package flows4ee.engine;

import flows4ee.engine.error.EngineException;
import flows4ee.engine.error.EngineMessage;
import flows4ee.engine.execution.Call;
import flows4ee.engine.execution.History;
import flows4ee.engine.execution.StepLoop;
import flows4ee.engine.execution.Trigger;
import flows4ee.engine.state.Subflow;
import java.util.function.BiConsumer;

/** What a caller does with a step: complete, reserve, release, start and pause work. */
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
}
