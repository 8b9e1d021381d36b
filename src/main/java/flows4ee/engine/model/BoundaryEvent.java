package flows4ee.engine.model;

/**
 * BPMN boundary event.
 *
 * @param attachedTo id of the activity
 * @param isInterrupting false only for {@code cancelActivity="false"}
 */
public record BoundaryEvent(
    FlowNode node, EventDefinition definition, String attachedTo, boolean isInterrupting)
    implements Event {}
