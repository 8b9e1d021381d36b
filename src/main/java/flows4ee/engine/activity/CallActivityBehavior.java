package flows4ee.engine.activity;

import flows4ee.engine.error.EngineException;
import flows4ee.engine.error.EngineMessage;
import flows4ee.engine.error.StepFailedException;
import flows4ee.engine.execution.ElementBehavior;
import flows4ee.engine.execution.Execution;
import flows4ee.engine.execution.History;
import flows4ee.engine.execution.StartEvents;
import flows4ee.engine.execution.Trigger;
import flows4ee.engine.execution.Trigger.LevelEnded.How;
import flows4ee.engine.model.CallActivity;
import flows4ee.engine.model.ExpressionSet;
import flows4ee.engine.model.StartEvent;
import flows4ee.engine.state.CallTreeEntry;
import flows4ee.engine.state.SubflowStatus;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Call activity: runs the diagram that was bound when the instance was created, on a level and in a
 * variable scope of its own.
 */
public final class CallActivityBehavior implements ElementBehavior<CallActivity> {

  @Override
  public Class<CallActivity> elementType() {
    return CallActivity.class;
  }

  @Override
  public void enter(CallActivity activity, Execution execution) {
    var called = CallTree.called(activity, execution);
    var level = execution.openLevel(start(called, execution), Optional.of(called.diagramId()));
    long scope = level.subflow().scope();
    execution.runExpressions(
        activity, ExpressionSet.IN_VARIABLES, execution.subflow().scope(), scope);
    execution.state().callTree().put(called.atLevel(scope));
    execution.waitAs(SubflowStatus.IN_CALL_ACTIVITY);
    log("start called model", execution);
    level.planEnter();
  }

  @Override
  public void resume(CallActivity activity, Execution execution, Trigger trigger) {
    var ended = (Trigger.LevelEnded) trigger;
    if (ended.how() == How.NORMALLY) {
      execution.runExpressions(
          activity, ExpressionSet.OUT_VARIABLES, ended.scope(), execution.subflow().scope());
    }
    log("finish called model", execution);
    LevelEnds.leave(execution, ended);
  }

  private static void log(String event, Execution execution) {
    execution.call().history().instanceAt(execution.subflow(), History.ROUTINE, event, null);
  }

  private static StartEvent start(CallTreeEntry called, Execution execution) {
    try {
      return StartEvents.main(execution.call().model(called.diagramId()));
    } catch (EngineException e) {
      throw new StepFailedException(e, e.engineMessage(), e.arguments());
    }
  }

  /** The call tree of the instance, seen from a call activity. */
  private static final class CallTree {

    static CallTreeEntry called(CallActivity activity, Execution execution) {
      int limit = execution.call().services().settings().callDepth();
      if (depth(execution) > limit) {
        throw new StepFailedException(EngineMessage.CALL_TOO_DEEP, activity.id(), limit);
      }
      long parent = entryOf(execution).id();
      return execution
          .state()
          .callTree()
          .where(entry -> isCalledBy(entry, parent, activity.id()))
          .stream()
          .findFirst()
          .orElseThrow(() -> new StepFailedException(EngineMessage.VERSION_NOT_FOUND));
    }

    /** The entry of the diagram a subflow runs in, found along its callers. */
    private static CallTreeEntry entryOf(Execution execution) {
      var caller = callerOfDiagram(execution);
      if (caller.isEmpty()) {
        return only(execution, entry -> entry.parentId() == null);
      }
      long parent = entryOf(caller.get()).id();
      String object = caller.get().subflow().current();
      return only(execution, entry -> isCalledBy(entry, parent, object));
    }

    private static int depth(Execution execution) {
      return callerOfDiagram(execution).map(caller -> depth(caller) + 1).orElse(1);
    }

    /** The subflow whose call activity runs this diagram, past any sub-processes. */
    private static Optional<Execution> callerOfDiagram(Execution execution) {
      long level = execution.subflow().diagramLevel();
      var caller = execution.caller();
      while (caller.isPresent() && caller.get().subflow().diagramLevel() == level) {
        caller = caller.get().caller();
      }
      return caller;
    }

    private static CallTreeEntry only(Execution execution, Predicate<CallTreeEntry> which) {
      return execution.state().callTree().where(which).stream()
          .findFirst()
          .orElseThrow(() -> new StepFailedException(EngineMessage.VERSION_NOT_FOUND));
    }

    private static boolean isCalledBy(CallTreeEntry entry, long parent, String object) {
      return entry.parentId() != null
          && entry.parentId() == parent
          && object.equals(entry.callingObject());
    }
  }
}
