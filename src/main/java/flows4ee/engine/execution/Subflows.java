package flows4ee.engine.execution;

import flows4ee.engine.error.EngineMessage;
import flows4ee.engine.error.StepFailedException;
import flows4ee.engine.model.FlowElement;
import flows4ee.engine.state.Assignment;
import flows4ee.engine.state.IdKind;
import flows4ee.engine.state.LanePosition;
import flows4ee.engine.state.ProcessStatus;
import flows4ee.engine.state.Subflow;
import flows4ee.engine.state.SubflowStatus;
import flows4ee.engine.timer.Timers;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;

/** Birth and end of subflows and levels. */
final class Subflows {

  private Subflows() {}

  /** Sets the columns of the current object; assignment and reservation start empty. */
  static void put(Subflow.Builder row, FlowElement target, String stepKey, Instant now) {
    row.current = target.id();
    row.currentTag = target.node().tag();
    row.currentName = target.node().name().orElse(null);
    row.stepKey = stepKey;
    row.status = SubflowStatus.RUNNING;
    row.becameCurrent = now;
    row.workStarted = null;
    row.hasEvents = null;
    row.isFollowingEventGateway = false;
    row.reservation = null;
    row.assignment = Assignment.NONE;
    target.node().lane().ifPresent(lane -> row.lane = LanePosition.in(lane));
  }

  /** The first subflow of an instance, at its start event. */
  static Subflow main(Call call, FlowElement start) {
    var row = new Subflow.Builder();
    row.id = call.nextId(IdKind.SUBFLOW);
    row.processId = call.state().id();
    row.diagramId = call.state().instance().diagramId();
    row.startingObject = start.id();
    row.route = "main";
    row.lane = LanePosition.NONE;
    put(row, start, call.services().stepKeys().next(), call.now());
    return add(call, row);
  }

  static Subflow bear(
      Call call,
      Subflow parent,
      FlowElement target,
      String startingObject,
      String route,
      SubflowStatus status) {
    var row = childOf(call, parent, startingObject, route);
    row.iteration = null;
    put(row, target, call.services().stepKeys().next(), call.now());
    row.status = status;
    return add(call, row);
  }

  static Subflow openLevel(
      Call call, Subflow parent, FlowElement start, Optional<Long> calledDiagram) {
    var row =
        childOf(call, parent, start.id(), calledDiagram.isPresent() ? "call main" : "sub main");
    row.processLevel = row.id;
    row.callingSubflow = parent.id();
    calledDiagram.ifPresent(
        diagramId -> {
          row.diagramLevel = row.id;
          row.scope = row.id;
          row.diagramId = diagramId;
        });
    put(row, start, call.services().stepKeys().next(), call.now());
    row.status = SubflowStatus.CREATED;
    return add(call, row);
  }

  /** Ends a token: its split parent goes with the last branch, the level with the last token. */
  static void end(Call call, Subflow subflow) {
    removeWithEmptyParents(call, subflow);
    boolean isLevelEmpty =
        !call.state().subflows().any(other -> other.processLevel() == subflow.processLevel());
    if (!isLevelEmpty) {
      return;
    }
    if (subflow.callingSubflow() != 0) {
      call.agenda()
          .resume(
              subflow.callingSubflow(),
              new Trigger.LevelEnded(Trigger.LevelEnded.How.NORMALLY, subflow.scope()));
    } else if (call.state().subflows().size() == 0) {
      endInstance(call, ProcessStatus.COMPLETED);
    }
  }

  /** Ends the instance; nothing of it must be left. */
  static void endInstance(Call call, ProcessStatus status) {
    call.state()
        .change(
            row -> {
              row.status = status;
              row.completeTs = call.now();
            });
    int level = status == ProcessStatus.COMPLETED ? History.MAJOR : History.ABNORMAL;
    call.history().ended(level, status.literal(), null);
  }

  /** Ends every subflow of a level and of all levels below it. */
  static void endLevel(Call call, long level) {
    var levels = new ArrayDeque<Long>();
    levels.add(level);
    while (!levels.isEmpty()) {
      long next = levels.poll();
      var members = call.state().subflows().where(subflow -> subflow.processLevel() == next);
      for (var member : members) {
        callsOf(call, member).forEach(child -> levels.add(child.processLevel()));
        call.state().removeSubflow(member.id());
      }
    }
  }

  /** Ends the branches of a split; paths that boundary events have begun go on. */
  static void endBranches(Call call, Subflow split) {
    if (split.status() == SubflowStatus.SPLIT || split.status() == SubflowStatus.DELETE_ON_RESUME) {
      for (var branch : branchesOf(call, split.id(), split.lastCompleted())) {
        endBranches(call, branch);
        endBelow(call, branch);
        call.execution(branch.id()).abandonBoundary();
        call.state().removeSubflow(branch.id());
      }
    }
  }

  /** Ends the child level of an activity and, while it iterates, its rounds. */
  static void endBelow(Call call, Subflow activity) {
    callsOf(call, activity).forEach(child -> endLevel(call, child.processLevel()));
    var rounds = roundsOf(call, activity);
    if (!rounds.isEmpty()) {
      call.state().rounds().removeWhere(row -> row.parentSubflow() == activity.id());
    }
    for (var round : rounds) {
      endBelow(call, round);
      call.state().removeSubflow(round.id());
    }
  }

  /**
   * Closes what a step itself waits for: its own timers and subscriptions. The status of a marked
   * or failed step does not tell what it waited for.
   */
  static void closeWaits(Call call, Subflow subflow) {
    boolean isMarked =
        subflow.status() == SubflowStatus.DELETE_ON_RESUME
            || subflow.status() == SubflowStatus.ERROR;
    if (isMarked || subflow.status() == SubflowStatus.WAITING_FOR_MESSAGE) {
      call.state().subscriptions().removeWhere(open -> open.subflowId() == subflow.id());
    }
    if (isMarked || subflow.status() == SubflowStatus.WAITING_FOR_TIMER) {
      Timers.terminate(call.state(), subflow.id(), timer -> true);
    }
  }

  private static Iterable<Subflow> callsOf(Call call, Subflow activity) {
    return call.state().subflows().where(subflow -> subflow.callingSubflow() == activity.id());
  }

  private static List<Subflow> roundsOf(Call call, Subflow activity) {
    return call.state()
        .subflows()
        .where(
            subflow ->
                subflow.isChildOf(activity.id())
                    && activity.current() != null
                    && subflow.isRoundOf(activity.current())
                    && !activity.isRoundOf(activity.current()));
  }

  private static void removeWithEmptyParents(Call call, Subflow subflow) {
    call.state().removeSubflow(subflow.id());
    if (subflow.parentId() == null) {
      return;
    }
    call.state()
        .subflows()
        .find(subflow.parentId())
        .filter(parent -> parent.status() == SubflowStatus.SPLIT)
        .filter(parent -> parent.processLevel() == subflow.processLevel())
        .ifPresent(
            parent -> {
              if (call.state().subflows().any(other -> other.isChildOf(parent.id()))) {
                planMerge(call, branchesOf(call, parent.id(), subflow.startingObject()));
              } else {
                removeWithEmptyParents(call, parent);
              }
            });
  }

  /** Lets the branches merge if all that are left wait at one gateway. */
  private static void planMerge(Call call, List<Subflow> branches) {
    boolean isComplete =
        !branches.isEmpty()
            && branches.stream()
                .allMatch(
                    branch ->
                        branch.status() == SubflowStatus.WAITING_AT_GATEWAY
                            && branch.current().equals(branches.get(0).current()));
    if (isComplete) {
      call.agenda().resume(branches.get(0).id(), new Trigger.SisterEnded());
    }
  }

  private static List<Subflow> branchesOf(Call call, long parentId, String gateway) {
    return call.state()
        .subflows()
        .where(child -> child.isChildOf(parentId) && child.startingObject().equals(gateway));
  }

  private static Subflow.Builder childOf(
      Call call, Subflow parent, String startingObject, String route) {
    var row = new Subflow.Builder();
    row.id = call.nextId(IdKind.SUBFLOW);
    row.processId = parent.processId();
    row.diagramId = parent.diagramId();
    row.parentId = parent.id();
    row.processLevel = parent.processLevel();
    row.diagramLevel = parent.diagramLevel();
    row.callingSubflow = parent.callingSubflow();
    row.scope = parent.scope();
    row.startingObject = startingObject;
    row.route = route;
    row.lane = parent.lane();
    return row;
  }

  private static Subflow add(Call call, Subflow.Builder row) {
    int limit = call.services().settings().subflowLimit();
    if (call.state().subflows().size() >= limit) {
      throw new StepFailedException(EngineMessage.TOO_MANY_SUBFLOWS, limit);
    }
    row.lastUpdate = call.now();
    row.lastUpdateBy = call.user();
    var subflow = row.build();
    call.state().subflows().put(subflow);
    return subflow;
  }
}
