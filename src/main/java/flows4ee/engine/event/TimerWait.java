package flows4ee.engine.event;

import flows4ee.engine.execution.Execution;
import flows4ee.engine.model.Event;
import flows4ee.engine.model.EventDefinition;
import flows4ee.engine.state.IdKind;
import flows4ee.engine.state.SubflowStatus;
import flows4ee.engine.timer.Timers;

/** Lets a start or catch event wait for its timer. */
public final class TimerWait {

  private final Timers timers;

  public TimerWait(Timers timers) {
    this.timers = timers;
  }

  void begin(Event event, EventDefinition.Timer definition, Execution execution) {
    timers.arm(
        execution.state(),
        execution.call().nextId(IdKind.TIMER),
        execution.subflow(),
        execution.subflow().stepKey(),
        event.id(),
        definition,
        execution.scope());
    execution.waitAs(SubflowStatus.WAITING_FOR_TIMER);
  }
}
