package flows4ee.engine.parser;

/** The sentences that name what is wrong with a diagram; {@code %s} takes an argument. */
enum ProblemText {
  // the text itself
  ENCODING_UNSUPPORTED("The encoding %s is not supported; only UTF-8 and UTF-16 are."),
  ENCODING_MISMATCH("The declared encoding %s is not the encoding of the text."),
  ENCODING_INVALID_BYTES("The text holds bytes that are not valid %s."),
  XML_VERSION("Only XML version 1.0 is supported."),
  DOCTYPE("A document type declaration (DOCTYPE) is not allowed."),
  ENTITY("Only the predefined entities and character references are allowed."),
  NOT_WELL_FORMED("The text is not well-formed XML."),
  EMPTY("The text holds no XML element."),
  LIMIT_DEPTH("Limit exceeded: elements are nested more than %s levels deep."),
  LIMIT_ATTRIBUTES("Limit exceeded: the element has more than %s attributes."),
  LIMIT_ATTRIBUTE_LENGTH("Limit exceeded: an attribute is longer than %s characters."),
  LIMIT_TEXT_LENGTH("Limit exceeded: the text of the element is longer than %s characters."),
  LIMIT_ELEMENTS("Limit exceeded: the text has more than %s elements."),
  LIMIT_NAMESPACES("Limit exceeded: the text declares more than %s namespaces."),
  LIMIT_PARSER("Limit exceeded: a name or another part of the text is too long."),
  NO_DEFINITIONS("The root element must be definitions of the BPMN 2.0 namespace %s."),

  // structure: refused
  NO_ID("The element has no id."),
  ID_TOO_LONG("The id is longer than 50 characters."),
  ID_DOUBLED("The id %s is used more than once."),
  NAME_TOO_LONG("The name is longer than 200 characters."),
  SOURCE_MISSING("The sequence flow has no sourceRef."),
  TARGET_MISSING("The sequence flow has no targetRef."),
  SOURCE_UNKNOWN("The sourceRef %s is no flow node of this diagram."),
  TARGET_UNKNOWN("The targetRef %s is no flow node of this diagram."),
  TWO_DEFAULTS("The element has more than one default flow."),
  DEFAULT_UNKNOWN("The default flow %s is no sequence flow of this diagram."),
  ATTACHED_MISSING("The boundary event has no attachedToRef."),
  ATTACHED_UNKNOWN("The attachedToRef %s is no flow node of this diagram."),
  VARIABLE_NAME_MISSING("A variable expression in %s has no variable name."),
  VARIABLE_NAME_TOO_LONG("The variable name %s in %s is longer than 50 characters."),
  EXPRESSION_TOO_LONG("The expression of variable %s in %s is longer than 4000 characters."),
  TOO_MANY_PROBLEMS("%s more problems are not listed."),

  // will fail at start or run time: warned
  NO_PROCESS("The diagram has no process, so no instance can start."),
  START_MESSAGE_ONLY("No none or timer start event is defined; only a message can start it."),
  START_KIND("A start event of type %s is not supported; it never starts an instance."),
  SUB_PROCESS_START_KIND("The start event of a sub-process must be a none event, not %s."),
  UNSUPPORTED_ELEMENT("The engine does not support %s; a token that arrives there fails."),
  EVENT_SUB_PROCESS("Event sub-processes are not supported; it never starts."),
  UNSUPPORTED_DEFINITION("An event definition of type %s is not supported here."),
  SEVERAL_DEFINITIONS("The event has more than one event definition; only the first is used."),
  DEFINITION_UNKNOWN("The event definition %s does not exist."),
  ERROR_UNKNOWN("The error or escalation %s does not exist; it is read as one without code."),
  TIMER_INCOMPLETE("The timer definition is incomplete: %s is missing."),
  MESSAGE_TYPE("Only messages of type simpleMessage are supported, not %s."),
  MESSAGE_INCOMPLETE("The message definition is incomplete: %s is missing."),
  TASK_TYPE("A task of this kind needs the type simpleMessage or executePlsql, or a handler."),
  SCRIPT_MISSING("The task has no script and no handler to run."),
  MAIL_TEMPLATE("Mail templates are not supported; the task fails when it is reached."),
  MAIL_INCOMPLETE("The mail is incomplete: %s is missing."),
  CALLED_DIAGRAM_MISSING("The call activity names no diagram to call."),
  CALLED_VERSION_MISSING("The call activity asks for a named version but names none."),
  ITERATION_INPUT_MISSING("The multi-instance activity has no complete input collection."),
  ITERATION_CONDITION_MISSING("The loop has no completion condition."),
  SETTING_TYPE("The expression type %s of %s is not known."),
  EXPRESSION_TYPE("The expression type %s of variable %s in %s is not known."),
  VARIABLE_TYPE("The data type %s of variable %s in %s is not known."),
  NUMBER_INVALID("The value %s of %s is not a number the engine can read; it is ignored."),
  DEFAULT_NOT_OUTGOING("The default flow %s does not leave this element; it has no effect."),
  SEVERAL_OUTGOING("The element is no gateway but has more than one outgoing sequence flow."),
  NO_OUTGOING("The element has no outgoing sequence flow to leave it by."),
  START_INCOMING("A start event cannot have an incoming sequence flow."),
  END_OUTGOING("An end event cannot have an outgoing sequence flow; a token ends here."),
  BOUNDARY_INCOMING("A boundary event cannot have an incoming sequence flow."),
  FLOW_CROSSES("The sequence flow leaves its process or sub-process."),
  CONDITION_LANGUAGE("A condition in language \"%s\" is not supported; it counts as false."),
  CONDITION_MISSING("The flow needs a condition, since other flows of gateway %s have one."),
  EVENT_GATEWAY_TARGET("An event-based gateway cannot wait at %s."),
  ATTACHED_NO_ACTIVITY("The event is attached to %s, which is no activity that can carry it."),
  ATTACHED_ELSEWHERE("The event is attached to an activity of another process or sub-process."),
  BOUNDARY_IGNORED("A boundary event of this type has no effect on %s."),
  SEVERAL_INTERRUPTING_TIMERS("The activity has more than one interrupting timer event."),
  SEVERAL_CATCHERS("The activity has more than one boundary event for the same %s."),
  LINK_NO_CATCH("No link catch event of the name \"%s\" stands in the same process."),
  LINK_SEVERAL_CATCHES("More than one link catch event of the name \"%s\" stands here.");

  private final String template;

  ProblemText(String template) {
    this.template = template;
  }

  /** The sentence with its arguments, each on one line and not longer than 100 characters. */
  String with(Object... arguments) {
    var shown = new Object[arguments.length];
    for (int i = 0; i < arguments.length; i++) {
      shown[i] = shown(String.valueOf(arguments[i]));
    }
    return String.format(template, shown);
  }

  private static String shown(String argument) {
    String line = argument.replaceAll("\\p{Cntrl}+", " ");
    return line.length() <= 100 ? line : line.substring(0, 97) + "...";
  }
}
