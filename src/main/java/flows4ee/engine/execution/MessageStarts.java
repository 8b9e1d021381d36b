package flows4ee.engine.execution;

import flows4ee.engine.state.OutgoingMessage;

/** Starts new instances for messages that a start event waits for. */
@FunctionalInterface
public interface MessageStarts {

  /** Creates and starts an instance in the transaction of the sender. */
  void start(Call sender, OutgoingMessage message);
}
