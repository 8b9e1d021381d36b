package flows4ee.engine.state;

import java.time.Instant;

/**
 * A message that was accepted for a step and not yet handled by it: the subscription is gone, the
 * step goes on when its instance is locked next.
 *
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
    Instant created) {}
