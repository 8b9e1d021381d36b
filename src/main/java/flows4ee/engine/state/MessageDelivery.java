package flows4ee.engine.state;

import java.time.Instant;

/**
 * A message that was accepted for a step and not yet handled by it: the subscription is gone, the
 * step goes on when its instance is locked next.
 *
 * @param subflowId 0 when the instance starts with the message
 * @param payload may be null
 */
public record MessageDelivery(
    long id,
    long processId,
    long subflowId,
    String stepKey,
    String eventId,
    String payloadVariable,
    String payload,
    Instant created) {

  /** The delivery that lets a created instance start at an event. */
  public static MessageDelivery ofStart(long id, long processId, String eventId, Instant created) {
    return new MessageDelivery(id, processId, 0, null, eventId, null, null, created);
  }

  /** Whether the receiver is an instance that has not started yet. */
  public boolean isStart() {
    return subflowId == 0;
  }
}
