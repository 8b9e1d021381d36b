package flows4ee.engine.execution;

import flows4ee.engine.state.OutgoingMessage;

/** Creates new instances for messages that a start event waits for. */
@FunctionalInterface
public interface MessageStarts {

  /**
   * Creates an instance in the transaction of the sender. It is not written yet, and starts when
   * the sender has committed.
   *
   * @throws flows4ee.engine.error.EngineException when it cannot be created
   */
  Call create(Call sender, OutgoingMessage message);
}
