package flows4ee.engine.walk;

import java.util.ArrayList;
import java.util.List;

/** Draws activities with a level of their own, with rounds or with boundary events. */
final class Activities {

  private final Level level;
  private final Plan plan;
  private final Blocks blocks;

  Activities(Level level, Blocks blocks) {
    this.level = level;
    this.plan = level.plan();
    this.blocks = blocks;
  }

  Part iteratedTask() {
    return guard(level.add("userTask", plan.id("Rounds"), "", Iterations.any(plan)), false);
  }

  Part guardedTask() {
    if (plan.chance(30)) {
      return guard(Events.receiveTask(level), false);
    }
    String sets = plan.failing("beforeTask") + plan.failing("afterTask");
    String tag = plan.oneOf("task", "userTask");
    return guard(level.add(tag, plan.id("Guarded"), "", Xml.extension(sets)), false);
  }

  /** An event that waits, or a receive task with boundary events. */
  Part guardedCatch() {
    return plan.chance(75)
        ? Part.of(Events.catching(level))
        : guard(Events.receiveTask(level), false);
  }

  /** A sub-process, one in three in rounds; a plain task where it is deep enough. */
  Part subProcess() {
    if (level.isDeepest()) {
      return guardedTask();
    }
    boolean isIterated = plan.chance(33);
    String rounds = isIterated ? Iterations.any(plan) : "";
    String id = plan.id("Sub");
    level.add("subProcess", id, "", rounds + level.inside(!isIterated));
    return guard(id, true);
  }

  Part call() {
    if (level.callable().isEmpty()) {
      return subProcess();
    }
    String called = level.callable().get(plan.pick(level.callable().size()));
    String id = plan.id("Call");
    String attributes =
        "apex:calledDiagram=\""
            + called
            + "\" apex:calledDiagramVersionSelection=\"latestVersion\"";
    String variables =
        Xml.assignment("inVariables", "V", "processVariable", "V")
            + (plan.chance(80)
                ? Xml.assignment("outVariables", "OUT", "processVariable", "RESULT")
                : Xml.failing("outVariables"));
    level.add("callActivity", id, attributes, Xml.extension(variables));
    return guard(id, true);
  }

  /** Attaches boundary events; the ways of interrupting ones may join behind the activity. */
  private Part guard(String activity, boolean hasLevel) {
    boolean isTimed = false;
    List<String> joining = new ArrayList<>();
    for (int i = plan.pick(4); i > 0; i--) {
      String kind = kind(hasLevel);
      boolean isInterrupting =
          kind.equals("error") || plan.chance(50) && !(isTimed && isTimer(kind));
      isTimed |= isInterrupting && isTimer(kind);
      attach(activity, kind, isInterrupting, joining);
    }
    if (joining.isEmpty()) {
      return Part.of(activity);
    }
    String merge = level.addGateway("exclusive", plan.id("Union"), "");
    level.flow(activity, merge);
    joining.forEach(last -> level.flow(last, merge));
    return new Part(activity, merge);
  }

  private String kind(boolean hasLevel) {
    return hasLevel
        ? plan.oneOf("timer", "message", "error", "escalation")
        : plan.oneOf("timer", "message");
  }

  private static boolean isTimer(String kind) {
    return kind.equals("timer");
  }

  private void attach(String activity, String kind, boolean isInterrupting, List<String> joining) {
    String id = plan.id("On");
    String attributes =
        "attachedToRef=\"%s\" cancelActivity=\"%s\"%s"
            .formatted(
                activity,
                isInterrupting,
                kind.equals("message") ? " apex:type=\"simpleMessage\"" : "");
    String sets = Xml.extension(plan.failing("onEvent") + plan.failing("beforeEvent"));
    level.addEvent("boundaryEvent", id, attributes, sets + definition(kind, id, isInterrupting));
    var way = blocks.sequence(1);
    level.flow(id, way.first());
    boolean mayJoin = isInterrupting || !level.isStructured();
    if (mayJoin && plan.chance(50)) {
      joining.add(way.last());
    } else {
      level.flow(way.last(), Events.end(level));
    }
  }

  private String definition(String kind, String id, boolean isInterrupting) {
    return switch (kind) {
      case "timer" ->
          isInterrupting || plan.chance(50)
              ? Xml.timer("timeDuration", plan.oneOf("PT1M", "PT45M"))
              : Xml.timer("timeCycle", "R3/PT10M");
      case "message" -> Xml.messageEvent(Xml.caught(plan.message(id)));
      default -> "<bpmn:" + kind + "EventDefinition/>";
    };
  }
}
