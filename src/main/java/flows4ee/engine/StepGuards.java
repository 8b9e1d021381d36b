package flows4ee.engine;

import flows4ee.engine.error.EngineException;
import flows4ee.engine.error.EngineMessage;
import flows4ee.engine.execution.Call;
import flows4ee.engine.state.ProcessStatus;
import flows4ee.engine.state.Subflow;
import flows4ee.engine.state.SubflowStatus;

/** What must hold before a step operation. */
final class StepGuards {

  private StepGuards() {}

  /** The key must be that of the step; none is accepted only where step keys are not strict. */
  static void requireKey(Call call, Subflow subflow, String stepKey) {
    requireKey(call, stepKey, subflow.stepKey());
  }

  static void requireKey(Call call, String given, String wanted) {
    boolean isAccepted =
        given == null ? !call.services().settings().isStepKeyStrict() : given.equals(wanted);
    if (!isAccepted) {
      throw new EngineException(
          EngineMessage.STEP_KEY_INCORRECT, given == null ? "\"null\"" : given, wanted);
    }
  }

  /** While its instance is suspended no step moves. */
  static void requireNotSuspended(Call call, Subflow subflow) {
    if (call.state().instance().status() == ProcessStatus.SUSPENDED) {
      throw new EngineException(
          EngineMessage.SUSPENDED_CANNOT_COMPLETE, call.state().id(), subflow.id());
    }
  }

  static void requireCompletable(Call call, Subflow subflow) {
    requireNotSuspended(call, subflow);
    if (!subflow.status().isCompletable()) {
      throw new EngineException(EngineMessage.STEP_NOT_COMPLETABLE, subflow.status().literal());
    }
  }

  static void requireStatus(Subflow subflow, SubflowStatus status, EngineMessage otherwise) {
    if (subflow.status() != status) {
      throw new EngineException(otherwise);
    }
  }

  static void requireSuspended(Call call) {
    if (call.state().instance().status() != ProcessStatus.SUSPENDED) {
      throw new EngineException(EngineMessage.REWIND_NOT_SUSPENDED, call.state().id());
    }
  }
}
