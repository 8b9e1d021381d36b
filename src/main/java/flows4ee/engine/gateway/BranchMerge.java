package flows4ee.engine.gateway;

import flows4ee.engine.error.EngineMessage;
import flows4ee.engine.error.StepFailedException;
import flows4ee.engine.execution.Execution;
import flows4ee.engine.execution.Trigger;
import flows4ee.engine.model.ExclusiveGateway;
import flows4ee.engine.model.ExpressionSet;
import flows4ee.engine.model.Gateway;
import flows4ee.engine.model.InclusiveGateway;
import flows4ee.engine.model.ParallelGateway;
import flows4ee.engine.state.Subflow;
import flows4ee.engine.state.SubflowStatus;
import java.util.List;
import java.util.Optional;

/**
 * Merges the branches of a split at a parallel or inclusive gateway: each waits until no sister is
 * on its way any more, then the subflow that was split goes on.
 */
public final class BranchMerge {

  private BranchMerge() {}

  /** Whether a subflow stands at a merge as the branch of a split, not merged yet. */
  public static boolean isArriving(Execution execution) {
    return execution.element() instanceof Gateway gateway
        && (gateway instanceof ParallelGateway || gateway instanceof InclusiveGateway)
        && gateway.isMerging()
        && !isMerged(gateway, execution)
        && findSplit(execution).isPresent();
  }

  /** A branch has arrived. */
  static void arrive(Gateway gateway, Execution branch, boolean isWithExpressions) {
    var parent = splitParent(gateway, branch);
    branch.waitAs(SubflowStatus.WAITING_AT_GATEWAY);
    var sisters = sisters(branch);
    if (sisters.stream().allMatch(sister -> isWaitingAt(gateway, sister))) {
      sisters.forEach(sister -> branch.state().removeSubflow(sister.id()));
      goOn(gateway, parent, isWithExpressions);
    }
  }

  /**
   * Whether this is the subflow that was split and has passed the merge already, restarted after it
   * failed to go on.
   */
  static boolean isMerged(Gateway gateway, Execution execution) {
    var subflow = execution.subflow();
    return gateway.isMerging()
        && subflow.lastCompleted() != null
        && !subflow.lastCompleted().equals(subflow.startingObject())
        && execution.model().element(subflow.lastCompleted()) instanceof Gateway opening
        && opening.isOpening()
        && !(opening instanceof ExclusiveGateway);
  }

  /** The opening gateway of the branches that were merged last. */
  static String openingGateway(Execution merged) {
    return merged.subflow().lastCompleted();
  }

  private static void goOn(Gateway gateway, Execution parent, boolean isWithExpressions) {
    parent.place(gateway, parent.subflow().stepKey());
    parent.waitAs(SubflowStatus.PROCEED_FROM_GATEWAY);
    if (isWithExpressions) {
      parent.runExpressions(ExpressionSet.AFTER_MERGE);
    }
    parent.planResume(new Trigger.Merged());
  }

  private static Execution splitParent(Gateway gateway, Execution branch) {
    return findSplit(branch)
        .map(split -> branch.call().execution(split.id()))
        .orElseThrow(
            () ->
                new StepFailedException(
                    EngineMessage.GATEWAY_MERGE_ERROR, branch.subflow().id(), gateway.id()));
  }

  /** A path from a boundary event is no branch, even when its parent was split since. */
  private static Optional<Subflow> findSplit(Execution branch) {
    return Optional.ofNullable(branch.subflow().parentId())
        .flatMap(parentId -> branch.state().subflows().find(parentId))
        .filter(parent -> parent.isSplitAt(branch.subflow().startingObject()));
  }

  /** All branches of the same split, the arriving one included. */
  private static List<Subflow> sisters(Execution branch) {
    var arriving = branch.subflow();
    return branch
        .state()
        .subflows()
        .where(
            other ->
                other.isChildOf(arriving.parentId())
                    && other.startingObject().equals(arriving.startingObject()));
  }

  private static boolean isWaitingAt(Gateway gateway, Subflow subflow) {
    return subflow.status() == SubflowStatus.WAITING_AT_GATEWAY
        && gateway.id().equals(subflow.current());
  }
}
