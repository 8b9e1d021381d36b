package flows4ee.engine.walk;

import java.util.ArrayList;
import java.util.List;

/** One process or sub-process while it is drawn: its elements and flows. */
final class Level {

  private static final int DEEPEST = 3;

  private final Plan plan;
  private final int depth;
  private final List<String> callable;
  private final boolean isStructured;
  private final StringBuilder text = new StringBuilder();
  private final List<String> splits = new ArrayList<>();
  private final List<String> targets = new ArrayList<>();

  private Level(Plan plan, int depth, List<String> callable, boolean isStructured) {
    this.plan = plan;
    this.depth = depth;
    this.callable = callable;
    this.isStructured = isStructured;
  }

  /** Draws a whole diagram. */
  static String diagram(Plan plan, List<String> callable, boolean isStructured) {
    var level = new Level(plan, 0, callable, isStructured);
    return Xml.process(level.draw(Events.start(plan)));
  }

  /** Draws the inside of a sub-process; without call activities where it may have none. */
  String inside(boolean mayCall) {
    var level = new Level(plan, depth + 1, mayCall ? callable : List.of(), isStructured);
    return level.draw("");
  }

  Plan plan() {
    return plan;
  }

  boolean isTop() {
    return depth == 0;
  }

  boolean isDeepest() {
    return depth >= DEEPEST;
  }

  boolean isStructured() {
    return isStructured;
  }

  /** Names of the diagrams that may be called here. */
  List<String> callable() {
    return callable;
  }

  /** Draws an element that other flows may lead to. */
  String add(String tag, String id, String attributes, String content) {
    text.append(Xml.element(tag, id, attributes, content));
    targets.add(id);
    return id;
  }

  /** Draws an element that no other flow may lead to. */
  void addEvent(String tag, String id, String attributes, String content) {
    text.append(Xml.element(tag, id, attributes, content));
  }

  /** Draws one end of a link; its two ends bear the same name. */
  void addLink(String tag, String id, String name) {
    text.append(Xml.link(tag, id, name));
  }

  /** Draws a gateway; {@code defaultFlow} may be empty. */
  String addGateway(String kind, String id, String defaultFlow) {
    String attributes = defaultFlow.isEmpty() ? "" : "default=\"" + defaultFlow + "\"";
    String sets = plan.failing("beforeSplit") + plan.failing("afterMerge");
    return add(kind + "Gateway", id, attributes, Xml.extension(sets));
  }

  /** Notes a parallel gateway that further flows may leave. */
  void noteSplit(String id) {
    splits.add(id);
  }

  void flow(String source, String target) {
    flow(plan.id("F"), source, target, "");
  }

  void flow(String id, String source, String target, String condition) {
    text.append(Xml.flow(id, source, target, condition));
  }

  private String draw(String startDefinition) {
    var blocks = new Blocks(this);
    String start = plan.id("Start");
    addEvent("startEvent", start, "", startDefinition);
    var body = blocks.sequence(isTop() ? 4 : 2);
    flow(start, body.first());
    flow(body.last(), Events.end(this));
    if (!isStructured && !splits.isEmpty()) {
      for (int i = 1 + plan.pick(2); i > 0; i--) {
        flow(splits.get(plan.pick(splits.size())), targets.get(plan.pick(targets.size())));
      }
    }
    return text.toString();
  }
}
