package flows4ee.engine.gateway;

import flows4ee.engine.execution.Execution;
import flows4ee.engine.execution.Trigger;
import flows4ee.engine.model.ExpressionSet;
import flows4ee.engine.model.Gateway;
import flows4ee.engine.model.SequenceFlow;
import java.util.List;
import java.util.function.BiFunction;

/** What parallel and inclusive gateways do alike: merge, then split or go on. */
final class ForkingGateways {

  private ForkingGateways() {}

  static <G extends Gateway> void enter(
      G gateway, Execution execution, BiFunction<G, Execution, List<SequenceFlow>> routes) {
    if (BranchMerge.isMerged(gateway, execution)) {
      merged(gateway, execution, routes);
    } else if (gateway.isMerging()) {
      BranchMerge.arrive(gateway, execution, true);
    } else {
      goOn(gateway, execution, null, routes);
    }
  }

  /** Goes on with the merged subflow, or merges what waits since a sister ended elsewhere. */
  static <G extends Gateway> void resume(
      G gateway,
      Execution execution,
      Trigger trigger,
      BiFunction<G, Execution, List<SequenceFlow>> routes) {
    if (trigger instanceof Trigger.SisterEnded) {
      BranchMerge.arrive(gateway, execution, true);
    } else if (trigger instanceof Trigger.MergeForced) {
      BranchMerge.arrive(gateway, execution, false);
    } else {
      merged(gateway, execution, routes);
    }
  }

  private static <G extends Gateway> void merged(
      G gateway, Execution execution, BiFunction<G, Execution, List<SequenceFlow>> routes) {
    goOn(gateway, execution, BranchMerge.openingGateway(execution), routes);
  }

  private static <G extends Gateway> void goOn(
      G gateway,
      Execution execution,
      String matchingObject,
      BiFunction<G, Execution, List<SequenceFlow>> routes) {
    if (gateway.isOpening()) {
      execution.runExpressions(ExpressionSet.BEFORE_SPLIT);
      var chosen = routes.apply(gateway, execution);
      execution.logCompleted(matchingObject, null);
      execution.split(chosen, false);
    } else {
      execution.logCompleted(matchingObject, null);
      execution.take(execution.onlyWayOut());
    }
  }
}
