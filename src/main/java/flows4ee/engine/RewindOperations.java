package flows4ee.engine;

import flows4ee.engine.error.EngineException;
import flows4ee.engine.error.EngineMessage;
import flows4ee.engine.execution.Call;
import flows4ee.engine.execution.Execution;
import flows4ee.engine.execution.History;
import flows4ee.engine.model.BoundaryEvent;
import flows4ee.engine.model.FlowElement;
import flows4ee.engine.model.Gateway;
import flows4ee.engine.state.CompletedStep;
import flows4ee.engine.state.Subflow;
import flows4ee.engine.state.SubflowStatus;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Sets subflows of a suspended instance back to an earlier place; acts on resume. */
final class RewindOperations {

  private final Calls calls;

  RewindOperations(Calls calls) {
    this.calls = calls;
  }

  void rewind(
      long subflowId,
      String stepKey,
      RewindTarget target,
      Optional<String> object,
      Optional<String> comment,
      Caller caller) {
    onSuspendedStep(
        subflowId,
        stepKey,
        caller,
        (call, subflow) -> {
          var execution = call.execution(subflowId);
          switch (target) {
            case LAST_STEP -> toStep(execution, Optional.empty(), comment);
            case PRIOR_STEP -> toStep(execution, object, comment);
            case PRIOR_GATEWAY -> toGateway(execution, comment);
            case SUBPROCESS ->
                toActivity(execution, "bpmn:subProcess", "rewind subprocess", comment);
            case CALL_ACTIVITY ->
                toActivity(execution, "bpmn:callActivity", "rewind call activity", comment);
            case LINK_EVENT -> toLink(execution, comment);
          }
        });
  }

  void delete(long subflowId, String stepKey, Optional<String> comment, Caller caller) {
    onSuspendedStep(
        subflowId,
        stepKey,
        caller,
        (call, subflow) -> {
          var marked =
              call.state()
                  .changeSubflow(subflowId, row -> row.status = SubflowStatus.DELETE_ON_RESUME);
          call.history()
              .instanceAt(marked, History.ABNORMAL, "subflow mark delete", comment.orElse(null));
        });
  }

  private void onSuspendedStep(
      long subflowId, String stepKey, Caller caller, BiConsumer<Call, Subflow> work) {
    calls.onSubflow(
        subflowId,
        EngineMessage.SUBFLOW_LOCK_TIMEOUT,
        caller,
        (call, subflow) -> {
          StepGuards.requireKey(call, subflow, stepKey);
          StepGuards.requireSuspended(call);
          work.accept(call, subflow);
          call.state().change(row -> row.isAltered = true);
        });
  }

  /** To an earlier step of the same subflow, not over a gateway, boundary or link event. */
  private static void toStep(
      Execution execution, Optional<String> object, Optional<String> comment) {
    for (var step : backwards(execution)) {
      var element = execution.model().element(step.objectId());
      if (element instanceof Gateway
          || element instanceof BoundaryEvent
          || step.matchingObject() != null) {
        break;
      }
      if (object.isEmpty() || object.get().equals(step.objectId())) {
        reposition(execution, element, comment);
        return;
      }
    }
    throw invalid(execution, object.orElse("the last step"));
  }

  /** To the last gateway passed, or, from inside a split, to the gateway that opened it. */
  private static void toGateway(Execution execution, Optional<String> comment) {
    for (var step : backwards(execution)) {
      if (execution.model().element(step.objectId()) instanceof Gateway gateway) {
        reposition(execution, gateway, comment);
        if (step.matchingObject() != null) {
          execution.change(row -> row.lastCompleted = step.matchingObject());
        }
        return;
      }
    }
    toOpeningGateway(execution, comment);
  }

  private static void toOpeningGateway(Execution branch, Optional<String> comment) {
    var call = branch.call();
    String opening = branch.subflow().startingObject();
    var parent =
        Optional.ofNullable(branch.subflow().parentId())
            .flatMap(id -> call.state().subflows().find(id))
            .filter(subflow -> subflow.isSplitAt(opening))
            .orElseThrow(
                () ->
                    new EngineException(EngineMessage.GATEWAY_NO_PREVIOUS, branch.subflow().id()));
    endChildren(call, parent.id());
    var execution = call.execution(parent.id());
    reposition(execution, execution.model().element(opening), comment);
  }

  /** Ends the branches of a split and everything that was born from them. */
  private static void endChildren(Call call, long parentId) {
    var open = new ArrayList<>(call.state().subflows().where(child -> child.isChildOf(parentId)));
    while (!open.isEmpty()) {
      var child = open.remove(open.size() - 1);
      open.addAll(call.state().subflows().where(other -> other.isChildOf(child.id())));
      if (call.state().subflows().find(child.id()).isPresent()) {
        call.execution(child.id()).endBelow();
        call.state().removeSubflow(child.id());
      }
    }
  }

  /** Out of a sub-process or called diagram, to the activity itself. */
  private static void toActivity(
      Execution execution, String tag, String event, Optional<String> comment) {
    var activity =
        execution
            .caller()
            .filter(caller -> caller.element().node().tag().equals(tag))
            .orElseThrow(() -> invalid(execution, tag));
    activity.endBelow();
    reposition(activity, activity.element(), event, comment);
  }

  /** From behind a link catch to the throw that was used. */
  private static void toLink(Execution execution, Optional<String> comment) {
    var thrown =
        backwards(execution).stream()
            .map(CompletedStep::matchingObject)
            .filter(object -> object != null)
            .map(execution.model()::element)
            .filter(element -> !(element instanceof Gateway))
            .findFirst()
            .orElseThrow(() -> invalid(execution, "a link event"));
    reposition(execution, thrown, comment);
  }

  private static void reposition(
      Execution execution, FlowElement target, Optional<String> comment) {
    reposition(execution, target, "subflow repositioned", comment);
  }

  private static void reposition(
      Execution execution, FlowElement target, String event, Optional<String> comment) {
    execution.endBranches();
    execution.endBelow();
    if (execution.subflow().current() != null) {
      execution.abandonWaits();
    }
    execution.place(target, execution.call().services().stepKeys().next());
    execution.waitAs(SubflowStatus.RESTART_ON_RESUME);
    execution
        .call()
        .history()
        .instanceAt(execution.subflow(), History.ABNORMAL, event, comment.orElse(null));
  }

  /** What this subflow has completed, the latest first. */
  private static List<CompletedStep> backwards(Execution execution) {
    var steps =
        new ArrayList<>(
            execution.state().completedSteps().stream()
                .filter(step -> step.subflowId() == execution.subflow().id())
                .toList());
    Collections.reverse(steps);
    return steps;
  }

  private static EngineException invalid(Execution execution, String target) {
    return new EngineException(
        EngineMessage.REWIND_TARGET_INVALID, execution.subflow().id(), target);
  }
}
