package flows4ee.engine.execution;

import flows4ee.engine.model.FlowElement;

/**
 * What the engine does at one kind of BPMN element. Behaviors are stateless; they change the
 * instance through the {@link Execution} only.
 *
 * @param <E> compiled element
 */
public interface ElementBehavior<E extends FlowElement> {

  Class<E> elementType();

  /**
   * A token has arrived. Before-expressions have run and boundary events are armed.
   *
   * @throws flows4ee.engine.error.StepFailedException when the step fails; its changes are dropped
   */
  void enter(E element, Execution execution);

  /** The step a token waited at goes on. */
  default void resume(E element, Execution execution, Trigger trigger) {
    throw new IllegalStateException(element.id() + " does not wait for " + trigger);
  }

  /**
   * Whether entering has effects outside the database, so that what came before is committed first.
   */
  default boolean hasOutsideEffect(E element) {
    return false;
  }
}
