package flows4ee.engine.state;

import java.time.Instant;

/**
 * A step, or the start event of a released diagram, waiting for a message.
 *
 * @param processId null for a start event
 * @param subflowId null for a start event
 * @param diagramId set for a start event only
 * @param callback tag of the catching element, such as {@code bpmn:receiveTask}
 * @param eventId BPMN id of the catching element
 * @param payloadVariable variable that takes the payload, or null
 */
public record MessageSubscription(
    long id,
    String messageName,
    String keyName,
    String keyValue,
    Long processId,
    Long subflowId,
    String stepKey,
    Long diagramId,
    String callback,
    String eventId,
    String payloadVariable,
    Instant created) {

  /** Longest message name, key and value, in characters. */
  public static final int MAX_TEXT = 200;

  /** Whether the message starts a new instance. */
  public boolean isStart() {
    return diagramId != null;
  }
}
