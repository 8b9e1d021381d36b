package flows4ee.engine.execution;

import flows4ee.engine.model.Activity;
import flows4ee.engine.model.FlowElement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the behavior of an element. */
public final class ElementBehaviors {

  private final Map<Class<?>, ElementBehavior<?>> byType = new HashMap<>();
  private final ElementBehavior<Activity> iteration;

  /**
   * Builds the registry.
   *
   * @param behaviors one for each kind of element
   * @param iteration behavior of an activity that runs in rounds, while it is not one of the rounds
   */
  public ElementBehaviors(List<ElementBehavior<?>> behaviors, ElementBehavior<Activity> iteration) {
    this.iteration = iteration;
    for (var behavior : behaviors) {
      if (byType.put(behavior.elementType(), behavior) != null) {
        throw new IllegalArgumentException("two behaviors for " + behavior.elementType());
      }
    }
  }

  /** Whether there is a behavior for a kind of element. */
  public boolean covers(Class<? extends FlowElement> type) {
    return byType.containsKey(type);
  }

  void enter(Execution execution) {
    enter(find(execution), execution.element(), execution);
  }

  void resume(Execution execution, Trigger trigger) {
    resume(find(execution), execution.element(), execution, trigger);
  }

  boolean hasOutsideEffect(Execution execution) {
    return hasOutsideEffect(find(execution), execution.element());
  }

  private ElementBehavior<?> find(Execution execution) {
    var element = execution.element();
    if (execution.isIterated()) {
      return iteration;
    }
    var behavior = byType.get(element.getClass());
    if (behavior == null) {
      throw new IllegalStateException("no behavior for " + element.getClass().getName());
    }
    return behavior;
  }

  private static <E extends FlowElement> void enter(
      ElementBehavior<E> behavior, FlowElement element, Execution execution) {
    behavior.enter(behavior.elementType().cast(element), execution);
  }

  private static <E extends FlowElement> void resume(
      ElementBehavior<E> behavior, FlowElement element, Execution execution, Trigger trigger) {
    behavior.resume(behavior.elementType().cast(element), execution, trigger);
  }

  private static <E extends FlowElement> boolean hasOutsideEffect(
      ElementBehavior<E> behavior, FlowElement element) {
    return behavior.hasOutsideEffect(behavior.elementType().cast(element));
  }
}
