package flows4ee.engine.walk;

import java.util.Random;

/** What the levels of one diagram share while it is drawn: chance, ids and how much to draw yet. */
final class Plan {

  private final Random random;
  private final String prefix;
  private int blocksLeft;
  private int lastId;

  Plan(Random random, String prefix, int blocks) {
    this.random = random;
    this.prefix = prefix;
    this.blocksLeft = blocks;
  }

  String prefix() {
    return prefix;
  }

  /** A number from 0 below {@code bound}. */
  int pick(int bound) {
    return random.nextInt(bound);
  }

  boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  String oneOf(String... choices) {
    return choices[random.nextInt(choices.length)];
  }

  /** A new id that begins with the kind of the element. */
  String id(String kind) {
    return kind + ++lastId;
  }

  /** Takes one block off what is left to draw; nothing is left when it returns false. */
  boolean takeBlock() {
    return blocksLeft-- > 0;
  }

  /** Now and then an expression set that fails while the variable FAIL is Y, else nothing. */
  String failing(String set) {
    return chance(15) ? Xml.failing(set) : "";
  }

  /** The name of a message: mostly one of its own, sometimes one that others use too. */
  String message(String id) {
    return prefix + "-" + (chance(85) ? id : oneOf("shared1", "shared2"));
  }
}
