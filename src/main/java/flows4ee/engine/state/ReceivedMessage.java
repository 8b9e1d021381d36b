package flows4ee.engine.state;

import java.time.Instant;

/** An entry of the received-message log. */
public record ReceivedMessage(
    String messageName,
    String keyName,
    String keyValue,
    String payload,
    Long processId,
    Long subflowId,
    Instant receivedOn,
    boolean isCorrelated,
    String comment) {}
