package flows4ee.engine.activity;

import flows4ee.engine.error.EngineMessage;
import flows4ee.engine.error.StepFailedException;
import flows4ee.engine.execution.ElementBehavior;
import flows4ee.engine.execution.Execution;
import flows4ee.engine.execution.Trigger;
import flows4ee.engine.model.StartEvent;
import flows4ee.engine.model.SubProcess;
import flows4ee.engine.state.SubflowStatus;
import java.util.Optional;

/** Sub-process: opens a level at its only start event and waits until that level has ended. */
public final class SubProcessBehavior implements ElementBehavior<SubProcess> {

  @Override
  public Class<SubProcess> elementType() {
    return SubProcess.class;
  }

  @Override
  public void enter(SubProcess subProcess, Execution execution) {
    var start = onlyStart(subProcess, execution);
    execution.waitAs(SubflowStatus.IN_SUBPROCESS);
    execution.openLevel(start, Optional.empty()).planEnter();
  }

  @Override
  public void resume(SubProcess subProcess, Execution execution, Trigger trigger) {
    LevelEnds.leave(execution, (Trigger.LevelEnded) trigger);
  }

  private static StartEvent onlyStart(SubProcess subProcess, Execution execution) {
    var starts = execution.model().startEventsIn(subProcess.id());
    if (starts.isEmpty()) {
      throw new StepFailedException(EngineMessage.SUB_PROCESS_NO_START, subProcess.id());
    }
    if (starts.size() > 1) {
      throw new StepFailedException(EngineMessage.SUB_PROCESS_TOO_MANY_STARTS, subProcess.id());
    }
    return starts.get(0);
  }
}
