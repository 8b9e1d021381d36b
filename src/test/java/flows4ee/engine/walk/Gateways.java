package flows4ee.engine.walk;

import java.util.List;

/** Draws blocks between gateways. */
final class Gateways {

  private static final List<String> CONDITIONS =
      List.of(":F4A$V = 'a'", ":F4A$V in ('a', 'b')", ":F4A$V = 'c'", ":F4A$W = 'x'");

  private final Level level;
  private final Plan plan;
  private final Blocks blocks;
  private final Activities activities;

  Gateways(Level level, Blocks blocks, Activities activities) {
    this.level = level;
    this.plan = level.plan();
    this.blocks = blocks;
    this.activities = activities;
  }

  /** Branches side by side, merged; now and then the merge splits again, then merges again. */
  Part parallel() {
    String split = level.addGateway("parallel", plan.id("Fork"), "");
    level.noteSplit(split);
    String merge = plan.id("Join");
    branches(split, merge, false);
    level.addGateway(plan.chance(85) ? "parallel" : "inclusive", merge, "");
    if (!plan.chance(25)) {
      return new Part(split, merge);
    }
    String last = plan.id("Join");
    branches(merge, last, false);
    level.addGateway("parallel", last, "");
    return new Part(split, last);
  }

  /** As parallel, each branch under a condition; without default where none may hold. */
  Part inclusive() {
    String split = plan.id("Split");
    String merge = plan.id("Merge");
    String byDefault = branches(split, merge, true);
    level.addGateway("inclusive", split, byDefault);
    level.addGateway("inclusive", merge, "");
    return new Part(split, merge);
  }

  Part exclusive() {
    String split = plan.id("Choice");
    String merge = level.addGateway("exclusive", plan.id("Union"), "");
    String byDefault = branches(split, merge, true);
    level.addGateway("exclusive", split, byDefault);
    return new Part(split, merge);
  }

  /** Goes back while V is c. */
  Part loop() {
    String head = level.addGateway("exclusive", plan.id("Again"), "");
    var body = blocks.sequence(2);
    String out = plan.id("F");
    String choice = plan.id("Back");
    // one task behind, so that the way out has an element to lead to
    String behind = level.add("task", plan.id("Task"), "", "");
    level.flow(head, body.first());
    level.flow(body.last(), choice);
    level.flow(plan.id("F"), choice, head, ":F4A$V = 'c'");
    level.flow(out, choice, behind, "");
    level.addGateway("exclusive", choice, out);
    return new Part(head, behind);
  }

  Part eventBased() {
    String gateway = level.addGateway("eventBased", plan.id("Race"), "");
    String merge = level.addGateway("exclusive", plan.id("Union"), "");
    for (int i = 2 + plan.pick(2); i > 0; i--) {
      var event = activities.guardedCatch();
      level.flow(gateway, event.first());
      level.flow(event.last(), merge);
    }
    return new Part(gateway, merge);
  }

  /**
   * Draws two or three branches; two of them meet. Any may be empty, the third may end on its own.
   *
   * @return the id of the default flow, or empty
   */
  private String branches(String split, String merge, boolean isConditional) {
    String byDefault = "";
    boolean hasDefault = isConditional && plan.chance(70);
    int count = 2 + plan.pick(2);
    for (int i = 0; i < count; i++) {
      String flow = plan.id("F");
      boolean isDefault = hasDefault && i == count - 1;
      String condition = isConditional && !isDefault ? condition() : "";
      byDefault = isDefault ? flow : byDefault;
      branch(flow, split, merge, condition, i == 2);
    }
    return byDefault;
  }

  private void branch(
      String flow, String split, String merge, String condition, boolean mayEndItself) {
    if (plan.chance(10)) {
      level.flow(flow, split, merge, condition);
      return;
    }
    var body = blocks.sequence(2);
    level.flow(flow, split, body.first(), condition);
    boolean endsItself = mayEndItself && plan.chance(12);
    level.flow(body.last(), endsItself ? Events.end(level) : merge);
  }

  private String condition() {
    return CONDITIONS.get(plan.pick(CONDITIONS.size()));
  }
}
