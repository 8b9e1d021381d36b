package flows4ee.engine.check;

import flows4ee.engine.state.InstanceState;
import flows4ee.engine.state.MessageDelivery;
import flows4ee.engine.state.MessageSubscription;
import flows4ee.engine.state.ProcessInstance;
import flows4ee.engine.state.ProcessVariable;
import flows4ee.engine.state.Subflow;
import flows4ee.engine.state.Timer;
import java.util.List;

/** An instance at rest with all it waits for. */
public record InstanceSnapshot(
    ProcessInstance instance,
    List<Subflow> subflows,
    List<Timer> timers,
    List<MessageSubscription> subscriptions,
    List<MessageDelivery> deliveries,
    List<ProcessVariable> variables) {

  /** Takes everything out of a locked state. */
  public static InstanceSnapshot of(InstanceState state) {
    return new InstanceSnapshot(
        state.instance(),
        state.subflows().all(),
        state.timers().all(),
        state.subscriptions().all(),
        state.deliveries().all(),
        state.allVariables().all());
  }
}
