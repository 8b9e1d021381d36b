package flows4ee.engine.walk;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A random process model with the diagrams it calls.
 *
 * @param isStructured whether every split has its own merge, so that no token can be stuck
 * @param called diagrams to deploy before the main one
 * @param main the diagram to start
 */
public record GeneratedModel(long seed, boolean isStructured, List<Diagram> called, Diagram main) {

  private static final int UNSTRUCTURED_PERCENT = 20;
  private static final int MOST_BLOCKS = 30;
  private static final int MOST_BLOCKS_CALLED = 6;

  /** A diagram under the name it is deployed and called by. */
  public record Diagram(String name, String xml) {}

  /** The model of a seed; all its names begin with the seed. */
  public static GeneratedModel of(long seed) {
    var random = new Random(seed);
    boolean isStructured = random.nextInt(100) >= UNSTRUCTURED_PERCENT;
    var called = new ArrayList<Diagram>();
    for (int i = random.nextInt(3); i > 0; i--) {
      var plan = new Plan(random, "w" + seed + "c" + i, 1 + random.nextInt(MOST_BLOCKS_CALLED));
      called.add(draw(plan, names(called), isStructured));
    }
    var plan = new Plan(random, "w" + seed, 5 + random.nextInt(MOST_BLOCKS));
    return new GeneratedModel(
        seed, isStructured, List.copyOf(called), draw(plan, names(called), isStructured));
  }

  private static Diagram draw(Plan plan, List<String> callable, boolean isStructured) {
    return new Diagram(plan.prefix(), Level.diagram(plan, callable, isStructured));
  }

  private static List<String> names(List<Diagram> diagrams) {
    return diagrams.stream().map(Diagram::name).toList();
  }

  @Override
  public String toString() {
    var text = new StringBuilder("seed " + seed + (isStructured ? "" : ", unstructured"));
    called.forEach(diagram -> text.append('\n').append(diagram.xml()));
    return text.append('\n').append(main.xml()).toString();
  }
}
