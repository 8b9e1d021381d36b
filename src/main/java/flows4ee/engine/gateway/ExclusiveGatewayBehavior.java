package flows4ee.engine.gateway;

import flows4ee.engine.execution.ElementBehavior;
import flows4ee.engine.execution.Execution;
import flows4ee.engine.execution.History;
import flows4ee.engine.model.ExclusiveGateway;
import flows4ee.engine.model.ExpressionSet;

/**
 * Exclusive gateway: an opening one leaves by the first route that holds, on the same subflow; any
 * other lets every token through.
 */
public final class ExclusiveGatewayBehavior implements ElementBehavior<ExclusiveGateway> {

  private final GatewayRouter router;

  public ExclusiveGatewayBehavior(GatewayRouter router) {
    this.router = router;
  }

  @Override
  public Class<ExclusiveGateway> elementType() {
    return ExclusiveGateway.class;
  }

  @Override
  public void enter(ExclusiveGateway gateway, Execution execution) {
    if (!gateway.isOpening()) {
      execution.runExpressions(ExpressionSet.AFTER_MERGE);
      execution.leave();
      return;
    }
    execution.runExpressions(ExpressionSet.BEFORE_SPLIT);
    var route = router.oneRoute(gateway, execution);
    String notes = "Chosen Paths : " + route.id();
    execution.call().history().step(execution.subflow(), History.ROUTINE, "route chosen", notes);
    execution.finish();
    execution.take(route);
  }
}
