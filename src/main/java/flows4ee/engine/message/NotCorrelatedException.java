package flows4ee.engine.message;

import flows4ee.engine.error.EngineMessage;
import flows4ee.engine.error.StepFailedException;
import flows4ee.engine.state.ReceivedMessage;

/** A step sends a message that nobody waits for. */
public final class NotCorrelatedException extends StepFailedException {

  private static final long serialVersionUID = 1L;

  private final transient ReceivedMessage received;

  NotCorrelatedException(ReceivedMessage received) {
    super(EngineMessage.MESSAGE_NOT_CORRELATED);
    this.received = received;
  }

  /** The entry of the message in the log of received messages. */
  public ReceivedMessage received() {
    return received;
  }
}
