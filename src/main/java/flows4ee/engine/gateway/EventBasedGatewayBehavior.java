package flows4ee.engine.gateway;

import flows4ee.engine.execution.ElementBehavior;
import flows4ee.engine.execution.Execution;
import flows4ee.engine.model.EventBasedGateway;
import flows4ee.engine.model.ExpressionSet;
import flows4ee.engine.model.SequenceFlow;
import java.util.List;

/**
 * Event-based gateway: a child waits at each of the events that follow; the first one to happen
 * takes the token on, the others vanish.
 */
public final class EventBasedGatewayBehavior implements ElementBehavior<EventBasedGateway> {

  @Override
  public Class<EventBasedGateway> elementType() {
    return EventBasedGateway.class;
  }

  @Override
  public void enter(EventBasedGateway gateway, Execution execution) {
    execution.runExpressions(ExpressionSet.BEFORE_SPLIT);
    execution.logCompleted(null, null);
    execution.split(ways(gateway, execution), true);
  }

  private static List<SequenceFlow> ways(EventBasedGateway gateway, Execution execution) {
    return gateway.outgoing().isEmpty() ? List.of(execution.onlyWayOut()) : gateway.outgoing();
  }
}
