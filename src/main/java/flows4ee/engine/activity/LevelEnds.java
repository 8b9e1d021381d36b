package flows4ee.engine.activity;

import flows4ee.engine.execution.Execution;
import flows4ee.engine.execution.Trigger;
import flows4ee.engine.execution.Trigger.LevelEnded.How;
import flows4ee.engine.state.SubflowStatus;

/** Leaves a sub-process or call activity after its level has ended. */
final class LevelEnds {

  private LevelEnds() {}

  /** A level ended by a terminate event leaves its activity out of the completed objects. */
  static void leave(Execution execution, Trigger.LevelEnded ended) {
    execution.waitAs(SubflowStatus.RUNNING);
    if (ended.how() == How.BY_TERMINATE) {
      execution.abandonBoundary();
    } else {
      execution.finish();
    }
    execution.proceed();
  }
}
