package flows4ee.engine.walk;

/** Draws start, end and catching events. */
final class Events {

  private static final String SIMPLE_MESSAGE = "apex:type=\"simpleMessage\"";

  private Events() {}

  /** The definition of the start event of a diagram: mostly none. */
  static String start(Plan plan) {
    return plan.chance(10) ? Xml.timer("timeDuration", "PT1M") : "";
  }

  /** Draws an end event. */
  static String end(Level level) {
    var plan = level.plan();
    String id = plan.id("End");
    level.add("endEvent", id, SIMPLE_MESSAGE, level.isTop() ? topEnd(plan) : innerEnd(plan));
    return id;
  }

  private static String topEnd(Plan plan) {
    return switch (plan.pick(20)) {
      case 0 -> "<bpmn:errorEventDefinition/>";
      case 1 -> "<bpmn:escalationEventDefinition/>";
      case 2 -> terminate(plan);
      default -> "";
    };
  }

  private static String innerEnd(Plan plan) {
    return switch (plan.pick(12)) {
      case 0, 1 -> Xml.extension(plan.failing("onEvent")) + "<bpmn:errorEventDefinition/>";
      case 2, 3 -> "<bpmn:escalationEventDefinition/>";
      case 4 -> terminate(plan);
      case 5 -> Xml.messageEvent(Xml.sent(plan.prefix() + "-shared1"));
      default -> Xml.extension(plan.failing("onEvent"));
    };
  }

  private static String terminate(Plan plan) {
    return "<bpmn:terminateEventDefinition><apex:processStatus>"
        + plan.oneOf("completed", "terminated")
        + "</apex:processStatus></bpmn:terminateEventDefinition>";
  }

  /** Draws an event or receive task that waits for a timer or a message. */
  static String catching(Level level) {
    var plan = level.plan();
    return switch (plan.pick(3)) {
      case 0 ->
          level.add(
              "intermediateCatchEvent",
              plan.id("Timer"),
              "",
              Xml.extension(plan.failing("onEvent"))
                  + Xml.timer("timeDuration", plan.oneOf("PT1M", "PT30M", "PT2H")));
      case 1 -> {
        String id = plan.id("Catch");
        yield level.add(
            "intermediateCatchEvent",
            id,
            SIMPLE_MESSAGE,
            Xml.extension(plan.failing("onEvent"))
                + Xml.messageEvent(Xml.caught(plan.message(id))));
      }
      default -> receiveTask(level);
    };
  }

  /** Draws a receive task. */
  static String receiveTask(Level level) {
    var plan = level.plan();
    String id = plan.id("Receive");
    String content = Xml.caught(plan.message(id)) + plan.failing("afterTask");
    return level.add("receiveTask", id, SIMPLE_MESSAGE, Xml.extension(content));
  }

  /** An escalation on the way, which the activity above may catch. */
  static Part escalation(Level level) {
    String id = level.plan().id("Escalate");
    return Part.of(
        level.add("intermediateThrowEvent", id, "", "<bpmn:escalationEventDefinition/>"));
  }
}
