package flows4ee.engine.walk;

/** Draws single tasks and events. */
final class Tasks {

  private final Level level;
  private final Plan plan;

  Tasks(Level level) {
    this.level = level;
    this.plan = level.plan();
  }

  Part plain() {
    String tag = plan.oneOf("task", "userTask", "manualTask");
    return Part.of(level.add(tag, plan.id("Task"), "", ""));
  }

  /** A task that cannot be completed while the variable FAIL is Y. */
  Part failing() {
    String set = Xml.failing(plan.oneOf("beforeTask", "afterTask"));
    return Part.of(level.add("userTask", plan.id("Fail"), "", Xml.extension(set)));
  }

  /** A task that works at once, in a transaction of its own when it sends a mail. */
  Part working() {
    if (plan.chance(30)) {
      return Part.of(
          level.add("serviceTask", plan.id("Mail"), "apex:type=\"sendMail\"", Xml.mail()));
    }
    String raised = plan.oneOf("request_stop_engine", "throw_bpmn_error_event");
    String body = "if :F4A$FAIL = 'Y' then raise flow_globals." + raised + "; end if;";
    return Part.of(
        level.add("scriptTask", plan.id("Script"), "apex:type=\"executePlsql\"", Xml.script(body)));
  }

  /** An event or task that waits for a timer or a message. */
  Part waiting() {
    return Part.of(Events.catching(level));
  }

  /** A task, event or script that goes on at once, unless nobody waits for what it sends. */
  Part sending() {
    if (plan.chance(50)) {
      return Part.of(
          level.add(
              "intermediateThrowEvent",
              plan.id("Throw"),
              "",
              Xml.extension(plan.failing("onEvent"))));
    }
    String message = Xml.sent(plan.prefix() + "-" + plan.oneOf("shared1", "shared2"));
    if (plan.chance(50)) {
      String attributes = "apex:type=\"simpleMessage\"";
      return Part.of(level.add("sendTask", plan.id("Send"), attributes, Xml.extension(message)));
    }
    return Part.of(
        level.add(
            "intermediateThrowEvent",
            plan.id("Send"),
            "apex:type=\"simpleMessage\"",
            Xml.messageEvent(message)));
  }

  /** A link from a throw to the catch of the same name. */
  Part link() {
    String name = plan.id("Link");
    String thrown = "Throw" + name;
    String caught = "Catch" + name;
    level.addLink("intermediateThrowEvent", thrown, name);
    level.addLink("intermediateCatchEvent", caught, name);
    return new Part(thrown, caught);
  }
}
