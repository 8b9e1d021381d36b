package flows4ee.engine;

/**
 * A timer as found across instances.
 *
 * @param stepKey key of the step that the timer belongs to, for rescheduling it
 * @param current BPMN id of the object where that step stands; that of the timer's own object
 *     unless the timer is a boundary event
 * @param objectName name of that object, or null
 */
public record FoundTimerView(
    TimerView timer,
    long processId,
    String processName,
    String diagramName,
    String stepKey,
    String current,
    String objectName) {}
