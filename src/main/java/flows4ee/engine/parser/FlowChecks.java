package flows4ee.engine.parser;

import flows4ee.engine.model.BoundaryEvent;
import flows4ee.engine.model.DiagramModel;
import flows4ee.engine.model.EndEvent;
import flows4ee.engine.model.EventBasedGateway;
import flows4ee.engine.model.EventDefinition;
import flows4ee.engine.model.ExclusiveGateway;
import flows4ee.engine.model.FlowElement;
import flows4ee.engine.model.Gateway;
import flows4ee.engine.model.InclusiveGateway;
import flows4ee.engine.model.IntermediateCatchEvent;
import flows4ee.engine.model.IntermediateThrowEvent;
import flows4ee.engine.model.ReceiveTask;
import flows4ee.engine.model.SequenceFlow;
import flows4ee.engine.model.StartEvent;
import flows4ee.engine.model.UnsupportedElement;
import java.util.Set;

/** Warns of sequence flows a token cannot take, or cannot choose between. */
final class FlowChecks {

  private static final Set<String> CONDITION_LANGUAGES =
      Set.of("plsqlExpression", "plsqlFunctionBody", "feel");

  private final Problems problems;

  FlowChecks(Problems problems) {
    this.problems = problems;
  }

  void check(DiagramModel model) {
    for (var element : model.elements().values()) {
      checkIncoming(element);
      checkOutgoing(element);
      element.outgoing().forEach(flow -> checkContainer(model, element, flow));
      if (element instanceof EventBasedGateway) {
        element.outgoing().forEach(flow -> checkEventTarget(element, model, flow));
      } else if (element instanceof ExclusiveGateway || element instanceof InclusiveGateway) {
        checkConditions((Gateway) element);
      }
    }
  }

  private void checkIncoming(FlowElement element) {
    if (element.incoming().isEmpty()) {
      return;
    }
    if (element instanceof StartEvent) {
      problems.warn(ProblemText.START_INCOMING, element.node());
    } else if (element instanceof BoundaryEvent) {
      problems.warn(ProblemText.BOUNDARY_INCOMING, element.node());
    }
  }

  private void checkOutgoing(FlowElement element) {
    int count = element.outgoing().size();
    if (element instanceof EndEvent) {
      warnIf(count > 0, ProblemText.END_OUTGOING, element);
    } else if (!(element instanceof Gateway)) {
      warnIf(count > 1, ProblemText.SEVERAL_OUTGOING, element);
    }
    warnIf(count == 0 && needsOutgoing(element), ProblemText.NO_OUTGOING, element);
  }

  private static boolean needsOutgoing(FlowElement element) {
    boolean isLinkThrow =
        element instanceof IntermediateThrowEvent event
            && event.definition() instanceof EventDefinition.Link;
    return !isLinkThrow
        && !(element instanceof EndEvent)
        && !(element instanceof UnsupportedElement);
  }

  private void warnIf(boolean isWrong, ProblemText text, FlowElement element) {
    if (isWrong) {
      problems.warn(text, element.node());
    }
  }

  private void checkContainer(DiagramModel model, FlowElement element, SequenceFlow flow) {
    var target = model.element(flow.targetId());
    if (!target.node().containerId().equals(element.node().containerId())) {
      problems.warn(ProblemText.FLOW_CROSSES, flow);
    }
  }

  private void checkEventTarget(FlowElement gateway, DiagramModel model, SequenceFlow flow) {
    var target = model.element(flow.targetId());
    boolean isWaiting =
        target instanceof ReceiveTask
            || target instanceof IntermediateCatchEvent event && isTimerOrMessage(event);
    if (!isWaiting) {
      problems.warn(ProblemText.EVENT_GATEWAY_TARGET, gateway.node(), target.id());
    }
  }

  private static boolean isTimerOrMessage(IntermediateCatchEvent event) {
    return event.definition() instanceof EventDefinition.Timer
        || event.definition() instanceof EventDefinition.Message;
  }

  private void checkConditions(Gateway gateway) {
    if (!gateway.isOpening()) {
      return;
    }
    boolean hasConditions =
        gateway.outgoing().stream().anyMatch(flow -> flow.condition().isPresent());
    for (var flow : gateway.outgoing()) {
      checkLanguage(flow);
      if (hasConditions && flow.condition().isEmpty() && !flow.isDefault()) {
        problems.warn(ProblemText.CONDITION_MISSING, flow, gateway.id());
      }
    }
  }

  private void checkLanguage(SequenceFlow flow) {
    flow.condition()
        .filter(condition -> !CONDITION_LANGUAGES.contains(condition.language()))
        .ifPresent(
            condition -> problems.warn(ProblemText.CONDITION_LANGUAGE, flow, condition.language()));
  }
}
