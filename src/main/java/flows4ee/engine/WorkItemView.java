package flows4ee.engine;

import flows4ee.engine.state.Assignment;
import flows4ee.engine.state.LanePosition;
import java.time.Instant;

/** A step as shown in the work list; lists are split, null where not set. */
public record WorkItemView(
    StepView step,
    String processName,
    String diagramName,
    String businessRef,
    String objectName,
    String type,
    LanePosition lane,
    Integer priority,
    Instant dueOn,
    Instant workStarted,
    Assignment assignment,
    Integer loopCounter) {}
