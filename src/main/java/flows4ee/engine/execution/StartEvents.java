package flows4ee.engine.execution;

import flows4ee.engine.error.EngineException;
import flows4ee.engine.error.EngineMessage;
import flows4ee.engine.model.DiagramModel;
import flows4ee.engine.model.EventDefinition;
import flows4ee.engine.model.StartEvent;
import java.util.List;

/** Finds the start event of a diagram: the only none or timer start directly in a process. */
public final class StartEvents {

  private StartEvents() {}

  /**
   * The start event.
   *
   * @throws EngineException when there is none or more than one
   */
  public static StartEvent main(DiagramModel model) {
    List<StartEvent> starts =
        model.processes().stream()
            .flatMap(process -> model.startEventsIn(process.id()).stream())
            .filter(StartEvents::isUsable)
            .toList();
    if (starts.isEmpty()) {
      throw new EngineException(EngineMessage.START_NO_START_EVENT);
    }
    if (starts.size() > 1) {
      throw new EngineException(EngineMessage.START_MULTIPLE_START_EVENTS);
    }
    return starts.get(0);
  }

  private static boolean isUsable(StartEvent event) {
    return event.definition() instanceof EventDefinition.None
        || event.definition() instanceof EventDefinition.Timer;
  }
}
