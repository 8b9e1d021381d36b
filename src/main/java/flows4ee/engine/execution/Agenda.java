package flows4ee.engine.execution;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * What is still to do in a call, last in first out: the first branch of a split runs to its wait
 * state before the next one starts. What a step adds counts only when the step ends well.
 */
final class Agenda {

  private final Deque<Item> items = new ArrayDeque<>();
  private final List<Item> ofThisStep = new ArrayList<>();

  /**
   * Something to do for one subflow.
   *
   * @param trigger empty to enter the current object
   */
  record Item(long subflowId, Optional<Trigger> trigger) {}

  /** Plans to enter the current object of a subflow; what is planned last runs first. */
  void enter(long subflowId) {
    ofThisStep.add(new Item(subflowId, Optional.empty()));
  }

  /** Plans to let a waiting subflow go on. */
  void resume(long subflowId, Trigger trigger) {
    ofThisStep.add(new Item(subflowId, Optional.of(trigger)));
  }

  /** Takes over what the step that ended well has planned. */
  void keep() {
    ofThisStep.forEach(items::push);
    ofThisStep.clear();
  }

  /** Forgets what the failed step had planned. */
  void drop() {
    ofThisStep.clear();
  }

  Optional<Item> next() {
    return Optional.ofNullable(items.poll());
  }

  void again(Item item) {
    items.push(item);
  }
}
