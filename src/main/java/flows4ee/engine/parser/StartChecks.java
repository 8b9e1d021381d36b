package flows4ee.engine.parser;

import flows4ee.engine.error.EngineMessage;
import flows4ee.engine.model.BpmnProcess;
import flows4ee.engine.model.DiagramModel;
import flows4ee.engine.model.EventDefinition;
import flows4ee.engine.model.StartEvent;
import flows4ee.engine.model.SubProcess;
import java.util.List;

/** Warns of start events that are missing, doubled or of a type that starts nothing. */
final class StartChecks {

  private final Problems problems;

  StartChecks(Problems problems) {
    this.problems = problems;
  }

  /** Whether an instance can start here without a message: none and timer start events. */
  static boolean isMain(StartEvent event) {
    return event.definition() instanceof EventDefinition.None
        || event.definition() instanceof EventDefinition.Timer;
  }

  void check(DiagramModel model) {
    var starts =
        model.processes().stream()
            .flatMap(process -> model.startEventsIn(process.id()).stream())
            .toList();
    starts.forEach(this::checkKind);
    model.processes().stream().findFirst().ifPresent(first -> checkMain(first, starts));
    model.elements().values().stream()
        .filter(SubProcess.class::isInstance)
        .forEach(element -> checkSubProcess(model, (SubProcess) element));
  }

  private void checkKind(StartEvent event) {
    if (!isMain(event) && !isMessage(event)) {
      problems.warn(ProblemText.START_KIND, event.node(), event.node().subtag().orElse("none"));
    }
  }

  private void checkMain(BpmnProcess first, List<StartEvent> starts) {
    var mains = starts.stream().filter(StartChecks::isMain).toList();
    if (mains.size() > 1) {
      problems.warn(EngineMessage.START_MULTIPLE_START_EVENTS.template(), mains.get(1).node());
    } else if (mains.isEmpty()) {
      problems.warn(
          starts.stream().anyMatch(StartChecks::isMessage)
              ? ProblemText.START_MESSAGE_ONLY.with()
              : EngineMessage.START_NO_START_EVENT.template(),
          first);
    }
  }

  private static boolean isMessage(StartEvent event) {
    return event.definition() instanceof EventDefinition.Message;
  }

  private void checkSubProcess(DiagramModel model, SubProcess subProcess) {
    var starts = model.startEventsIn(subProcess.id());
    if (starts.isEmpty()) {
      problems.warn(EngineMessage.SUB_PROCESS_NO_START.format(subProcess.id()), subProcess.node());
    }
    if (starts.size() > 1) {
      problems.warn(
          EngineMessage.SUB_PROCESS_TOO_MANY_STARTS.format(subProcess.id()), subProcess.node());
    }
    for (var start : starts) {
      if (!(start.definition() instanceof EventDefinition.None)) {
        problems.warn(
            ProblemText.SUB_PROCESS_START_KIND, start.node(), start.node().subtag().orElse(""));
      }
    }
  }
}
