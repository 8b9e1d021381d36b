package flows4ee.engine.execution;

import flows4ee.engine.model.SequenceFlow;
import flows4ee.engine.state.Subflow;
import flows4ee.engine.state.SubflowStatus;
import java.util.List;

/** The split of one subflow at a gateway into a child for each flow taken. */
final class Branches {

  private Branches() {}

  /** Leaves the split subflow waiting and plans its children, the first one to run first. */
  static void bear(Execution split, List<SequenceFlow> flows, boolean isEventBased) {
    var children = flows.stream().map(flow -> bear(split, flow, isEventBased)).toList();
    await(split, isEventBased);
    for (int i = children.size() - 1; i >= 0; i--) {
      split.call().agenda().enter(children.get(i).id());
    }
  }

  private static Subflow bear(Execution split, SequenceFlow flow, boolean isEventBased) {
    var gateway = split.element();
    var target = split.model().element(flow.targetId());
    var child = split.bear(target, gateway.id(), flow.id(), SubflowStatus.CREATED);
    return split
        .state()
        .changeSubflow(
            child.id(),
            row -> {
              row.lastCompleted = gateway.id();
              row.isFollowingEventGateway = isEventBased;
            });
  }

  /** An event-based gateway stays the current object, since its events may yet come. */
  private static void await(Execution split, boolean isEventBased) {
    var gateway = split.element();
    split.change(
        row -> {
          row.status = SubflowStatus.SPLIT;
          row.lastCompleted = gateway.id();
          if (!isEventBased) {
            row.current = null;
            row.currentTag = null;
            row.currentName = null;
          }
        });
  }
}
