package flows4ee.engine.parser;

import flows4ee.engine.model.Activity;
import flows4ee.engine.model.BoundaryEvent;
import flows4ee.engine.model.BusinessRuleTask;
import flows4ee.engine.model.DiagramModel;
import flows4ee.engine.model.EndEvent;
import flows4ee.engine.model.Event;
import flows4ee.engine.model.EventDefinition;
import flows4ee.engine.model.FlowElement;
import flows4ee.engine.model.IntermediateCatchEvent;
import flows4ee.engine.model.IntermediateThrowEvent;
import flows4ee.engine.model.ScriptTask;
import flows4ee.engine.model.SendTask;
import flows4ee.engine.model.ServiceTask;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Warns of events that cannot do their work: wrong definition, wrong place, no counterpart. */
final class EventChecks {

  private static final Set<Class<?>> END =
      Set.of(
          EventDefinition.None.class,
          EventDefinition.Message.class,
          EventDefinition.Error.class,
          EventDefinition.Escalation.class,
          EventDefinition.Terminate.class);
  private static final Set<Class<?>> THROW =
      Set.of(
          EventDefinition.None.class,
          EventDefinition.Link.class,
          EventDefinition.Message.class,
          EventDefinition.Escalation.class);
  private static final Set<Class<?>> CATCH =
      Set.of(
          EventDefinition.None.class,
          EventDefinition.Timer.class,
          EventDefinition.Message.class,
          EventDefinition.Link.class);
  private static final Set<Class<?>> BOUNDARY =
      Set.of(
          EventDefinition.Timer.class,
          EventDefinition.Message.class,
          EventDefinition.Error.class,
          EventDefinition.Escalation.class);
  private static final Map<Class<?>, Set<Class<?>>> SUPPORTED =
      Map.of(
          EndEvent.class, END,
          IntermediateThrowEvent.class, THROW,
          IntermediateCatchEvent.class, CATCH,
          BoundaryEvent.class, BOUNDARY);

  /** Tasks that never wait, so nothing can happen to them from outside. */
  private static final Set<Class<?>> AUTOMATIC =
      Set.of(ScriptTask.class, ServiceTask.class, BusinessRuleTask.class, SendTask.class);

  private final Problems problems;

  EventChecks(Problems problems) {
    this.problems = problems;
  }

  void check(DiagramModel model) {
    new LinkChecks(problems).check(model);
    for (var element : model.elements().values()) {
      if (element instanceof Event event) {
        checkDefinition(event);
      }
      if (element instanceof BoundaryEvent event) {
        checkAttachment(event, model.element(event.attachedTo()));
      }
    }
    model
        .byAttachment()
        .forEach((activityId, events) -> checkTogether(model.element(activityId), events));
  }

  private void checkDefinition(Event event) {
    var supported = SUPPORTED.get(event.getClass());
    if (supported != null && !supported.contains(event.definition().getClass())) {
      problems.warn(
          ProblemText.UNSUPPORTED_DEFINITION, event.node(), event.node().subtag().orElse("none"));
    }
  }

  private void checkAttachment(BoundaryEvent event, FlowElement carrier) {
    if (!(carrier instanceof Activity)) {
      problems.warn(ProblemText.ATTACHED_NO_ACTIVITY, event.node(), carrier.id());
    } else if (!carrier.node().containerId().equals(event.node().containerId())) {
      problems.warn(ProblemText.ATTACHED_ELSEWHERE, event.node());
    } else if (AUTOMATIC.contains(carrier.getClass()) && waits(event)) {
      problems.warn(ProblemText.BOUNDARY_IGNORED, event.node(), carrier.node().tag());
    }
  }

  private static boolean waits(BoundaryEvent event) {
    return event.definition() instanceof EventDefinition.Timer
        || event.definition() instanceof EventDefinition.Message;
  }

  private void checkTogether(FlowElement activity, List<BoundaryEvent> events) {
    long timers =
        events.stream()
            .filter(BoundaryEvent::isInterrupting)
            .filter(event -> event.definition() instanceof EventDefinition.Timer)
            .count();
    if (timers > 1) {
      problems.warn(ProblemText.SEVERAL_INTERRUPTING_TIMERS, activity.node());
    }
    warnOfDoubles(activity, events, EventDefinition.Error.class, "error");
    warnOfDoubles(activity, events, EventDefinition.Escalation.class, "escalation");
  }

  /** Definitions are equal when their codes are. */
  private void warnOfDoubles(
      FlowElement activity, List<BoundaryEvent> events, Class<?> type, String what) {
    var seen = new HashSet<EventDefinition>();
    boolean hasDoubles =
        events.stream()
            .map(BoundaryEvent::definition)
            .filter(type::isInstance)
            .anyMatch(definition -> !seen.add(definition));
    if (hasDoubles) {
      problems.warn(ProblemText.SEVERAL_CATCHERS, activity.node(), what);
    }
  }
}
