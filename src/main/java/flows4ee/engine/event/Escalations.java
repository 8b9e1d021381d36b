package flows4ee.engine.event;

import flows4ee.engine.error.EngineMessage;
import flows4ee.engine.error.StepFailedException;
import flows4ee.engine.execution.BoundaryCatch;
import flows4ee.engine.execution.Execution;
import flows4ee.engine.model.BoundaryEvent;
import flows4ee.engine.model.EventDefinition;
import flows4ee.engine.state.SubflowStatus;

/** Throws an escalation to the activity that runs the thrower's level. */
final class Escalations {

  private Escalations() {}

  /**
   * Throws an escalation.
   *
   * @return whether the thrower's level was interrupted, so that the thrower is gone
   */
  static boolean escalate(EventDefinition.Escalation escalation, Execution thrower) {
    var activity =
        thrower.caller().map(Execution::boundaryOwner).orElseThrow(Escalations::uncaught);
    var catcher =
        BoundaryCatch.ofEscalation(escalation, activity).orElseThrow(Escalations::uncaught);
    if (catcher.isInterrupting()) {
      activity.interruptBy(catcher);
      return true;
    }
    startBeside(catcher, activity);
    return false;
  }

  /** A new subflow leaves the event while the activity goes on. */
  private static void startBeside(BoundaryEvent catcher, Execution activity) {
    var beside =
        activity.bear(catcher, catcher.id(), "from " + catcher.id(), SubflowStatus.CREATED);
    activity.call().execution(beside.id()).planEnter();
  }

  private static StepFailedException uncaught() {
    return new StepFailedException(EngineMessage.BOUNDARY_NO_CATCH, "escalation");
  }
}
