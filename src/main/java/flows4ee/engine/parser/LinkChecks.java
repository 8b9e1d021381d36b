package flows4ee.engine.parser;

import flows4ee.engine.model.DiagramModel;
import flows4ee.engine.model.Event;
import flows4ee.engine.model.EventDefinition;
import flows4ee.engine.model.IntermediateCatchEvent;
import flows4ee.engine.model.IntermediateThrowEvent;
import java.util.HashMap;
import java.util.Map;

/**
 * Warns of link throw events without exactly one catch event: of the same event name, in the same
 * process or sub-process.
 */
final class LinkChecks {

  private final Problems problems;
  private final Map<Link, Integer> catches = new HashMap<>();

  LinkChecks(Problems problems) {
    this.problems = problems;
  }

  void check(DiagramModel model) {
    for (var element : model.elements().values()) {
      if (element instanceof IntermediateCatchEvent event && isLink(event)) {
        catches.merge(Link.of(event), 1, Integer::sum);
      }
    }
    for (var element : model.elements().values()) {
      if (element instanceof IntermediateThrowEvent event && isLink(event)) {
        checkThrow(event);
      }
    }
  }

  private void checkThrow(IntermediateThrowEvent event) {
    var link = Link.of(event);
    int count = link.name().isEmpty() ? 0 : catches.getOrDefault(link, 0);
    if (count == 0) {
      problems.warn(ProblemText.LINK_NO_CATCH, event.node(), link.name());
    } else if (count > 1) {
      problems.warn(ProblemText.LINK_SEVERAL_CATCHES, event.node(), link.name());
    }
  }

  private static boolean isLink(Event event) {
    return event.definition() instanceof EventDefinition.Link;
  }

  private record Link(String containerId, String name) {

    static Link of(Event event) {
      return new Link(event.node().containerId(), event.node().name().orElse(""));
    }
  }
}
