package flows4ee.engine.expression;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The local variables in sight while a body is compiled, by block. */
final class LocalNames {

  /** A declared variable. */
  record Declared(int slot, DataType type, boolean isConstant) {}

  private final Deque<Map<String, Declared>> blocks = new ArrayDeque<>();
  private int count;

  void openBlock() {
    blocks.push(new HashMap<>());
  }

  void closeBlock() {
    blocks.pop();
  }

  /** Number of slots all blocks need. */
  int count() {
    return count;
  }

  Declared declare(String name, DataType type, boolean isConstant) {
    var declared = new Declared(count++, type, isConstant);
    if (blocks.element().put(normal(name), declared) != null) {
      throw new EvaluationException("the variable " + name + " is declared twice");
    }
    return declared;
  }

  Optional<Declared> find(String name) {
    return blocks.stream()
        .map(block -> block.get(normal(name)))
        .filter(declared -> declared != null)
        .findFirst();
  }

  /** Names are in any case; quoted ones as they are. */
  static String normal(String name) {
    boolean isQuoted = name.startsWith("\"");
    return isQuoted ? name.substring(1, name.length() - 1) : name.toUpperCase(Locale.ROOT);
  }
}
