package flows4ee.engine.parser;

import flows4ee.engine.model.EventDefinition;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the event definition of an event; of several only the first counts. */
final class EventDefinitionParser {

  private static final String SUFFIX = "EventDefinition";

  private final Problems problems;
  private final Map<String, XmlElement> roots;
  private final TimerParser timers;
  private final MessageParser messages;

  /**
   * @param roots what stands directly in the definitions, by id
   */
  EventDefinitionParser(Problems problems, Map<String, XmlElement> roots) {
    this.problems = problems;
    this.roots = roots;
    this.timers = new TimerParser(problems);
    this.messages = new MessageParser(problems);
  }

  /** The first definition of an event, inside it or referred to. */
  Optional<XmlElement> find(XmlElement event) {
    return definitions(event).findFirst();
  }

  EventDefinition parse(XmlElement event) {
    var definitions = definitions(event).limit(2).toList();
    if (definitions.size() > 1) {
      problems.warn(ProblemText.SEVERAL_DEFINITIONS, event);
    }
    warnOfUnknownReferences(event);
    return definitions.isEmpty() ? new EventDefinition.None() : parse(event, definitions);
  }

  private EventDefinition parse(XmlElement event, List<XmlElement> definitions) {
    var definition = definitions.get(0);
    return switch (definition.name()) {
      case "timerEventDefinition" -> timers.parse(event, definition);
      case "messageEventDefinition" ->
          new EventDefinition.Message(messages.parse(event, definition, messageRole(event)));
      case "errorEventDefinition" ->
          new EventDefinition.Error(code(event, definition.attribute("errorRef"), "errorCode"));
      case "escalationEventDefinition" ->
          new EventDefinition.Escalation(
              code(event, definition.attribute("escalationRef"), "escalationCode"));
      case "linkEventDefinition" -> new EventDefinition.Link();
      case "terminateEventDefinition" -> new EventDefinition.Terminate(asTerminated(definition));
      default -> new EventDefinition.Unsupported(definition.tag());
    };
  }

  private Stream<XmlElement> definitions(XmlElement event) {
    return Stream.concat(
        event.children().stream().filter(EventDefinitionParser::isDefinition),
        references(event)
            .flatMap(id -> root(id).stream())
            .filter(EventDefinitionParser::isDefinition));
  }

  private static boolean isDefinition(XmlElement xml) {
    return xml.isBpmn() && xml.name().endsWith(SUFFIX);
  }

  private static Stream<String> references(XmlElement event) {
    return event.children(Namespaces.BPMN, "eventDefinitionRef").map(xml -> xml.text().strip());
  }

  private void warnOfUnknownReferences(XmlElement event) {
    references(event)
        .filter(id -> root(id).isEmpty())
        .forEach(id -> problems.warn(ProblemText.DEFINITION_UNKNOWN, event, id));
  }

  private static MessageParser.Role messageRole(XmlElement event) {
    return switch (event.name()) {
      case "startEvent" -> MessageParser.Role.START;
      case "endEvent", "intermediateThrowEvent" -> MessageParser.Role.SENDER;
      default -> MessageParser.Role.CATCHER;
    };
  }

  private Optional<String> code(XmlElement event, Optional<String> reference, String attribute) {
    if (reference.isEmpty()) {
      return Optional.empty();
    }
    var referred = root(reference.get());
    if (referred.isEmpty()) {
      problems.warn(ProblemText.ERROR_UNKNOWN, event, reference.get());
    }
    return referred.flatMap(xml -> xml.attribute(attribute));
  }

  /** References may be qualified names; the prefix says nothing here. */
  private Optional<XmlElement> root(String reference) {
    var exact = Optional.ofNullable(roots.get(reference));
    String local = reference.substring(reference.indexOf(':') + 1);
    return exact.or(() -> Optional.ofNullable(roots.get(local)));
  }

  private static boolean asTerminated(XmlElement definition) {
    return definition
        .apexWord("processStatus")
        .or(() -> Extensions.of(definition).apexWord("processStatus"))
        .filter("terminated"::equals)
        .isPresent();
  }
}
