package flows4ee.engine.execution;

import flows4ee.engine.error.EngineMessage;
import flows4ee.engine.error.StepFailedException;
import flows4ee.engine.model.BoundaryEvent;
import flows4ee.engine.model.EventDefinition;
import java.util.List;
import java.util.Optional;

/**
 * Finds the boundary event that catches an error or escalation on the calling activity. A code is
 * honoured when both sides have one: the exact code first, then a catcher without code; a thrower
 * without code is caught by any.
 */
public final class BoundaryCatch {

  private BoundaryCatch() {}

  /** The boundary event of an activity that catches an error. */
  public static Optional<BoundaryEvent> ofError(EventDefinition.Error thrown, Execution activity) {
    var candidates = events(activity, EventDefinition.Error.class);
    return find(candidates, thrown.code(), "bpmn:errorEventDefinition");
  }

  /** The boundary event of an activity that catches an escalation. */
  public static Optional<BoundaryEvent> ofEscalation(
      EventDefinition.Escalation thrown, Execution activity) {
    var candidates = events(activity, EventDefinition.Escalation.class);
    return find(candidates, thrown.code(), "bpmn:escalationEventDefinition");
  }

  private static List<BoundaryEvent> events(
      Execution activity, Class<? extends EventDefinition> type) {
    return activity.model().boundaryEventsOf(activity.element().id()).stream()
        .filter(event -> type.isInstance(event.definition()))
        .toList();
  }

  private static Optional<BoundaryEvent> find(
      List<BoundaryEvent> candidates, Optional<String> code, String type) {
    var exact =
        candidates.stream()
            .filter(event -> code.isPresent() && codeOf(event).equals(code))
            .toList();
    if (!exact.isEmpty()) {
      return Optional.of(only(exact, type));
    }
    var open = candidates.stream().filter(event -> codeOf(event).isEmpty()).toList();
    if (!open.isEmpty()) {
      return Optional.of(only(open, type));
    }
    return code.isPresent() || candidates.isEmpty()
        ? Optional.empty()
        : Optional.of(only(candidates, type));
  }

  private static BoundaryEvent only(List<BoundaryEvent> events, String type) {
    if (events.size() > 1) {
      throw new StepFailedException(EngineMessage.BOUNDARY_TOO_MANY, type);
    }
    return events.get(0);
  }

  private static Optional<String> codeOf(BoundaryEvent event) {
    if (event.definition() instanceof EventDefinition.Error error) {
      return error.code();
    }
    return event.definition() instanceof EventDefinition.Escalation escalation
        ? escalation.code()
        : Optional.empty();
  }
}
