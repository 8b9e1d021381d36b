package flows4ee.engine.walk;

/** Draws random blocks on a level. */
final class Blocks {

  private final Level level;
  private final Plan plan;
  private final Tasks tasks;
  private final Gateways gateways;
  private final Activities activities;

  Blocks(Level level) {
    this.level = level;
    this.plan = level.plan();
    this.tasks = new Tasks(level);
    this.activities = new Activities(level, this);
    this.gateways = new Gateways(level, this, activities);
  }

  /** One to {@code most} blocks, one after the other. */
  Part sequence(int most) {
    var first = block();
    String last = first.last();
    for (int i = plan.pick(most); i > 0; i--) {
      var next = block();
      level.flow(last, next.first());
      last = next.last();
    }
    return new Part(first.first(), last);
  }

  private Part block() {
    if (!plan.takeBlock()) {
      return tasks.plain();
    }
    return switch (plan.pick(20)) {
      case 0, 1 -> tasks.plain();
      case 2 -> tasks.failing();
      case 3 -> tasks.working();
      case 4 -> tasks.waiting();
      case 5 -> tasks.sending();
      case 6 -> plan.chance(50) || level.isTop() ? tasks.link() : Events.escalation(level);
      case 7, 8, 9 -> gateways.parallel();
      case 10, 11 -> gateways.inclusive();
      case 12 -> gateways.exclusive();
      case 13 -> gateways.loop();
      case 14 -> gateways.eventBased();
      case 15 -> activities.iteratedTask();
      case 16 -> activities.guardedTask();
      case 17, 18 -> activities.subProcess();
      default -> activities.call();
    };
  }
}
