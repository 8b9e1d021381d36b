package flows4ee.engine.gateway;

import flows4ee.engine.execution.ElementBehavior;
import flows4ee.engine.execution.Execution;
import flows4ee.engine.execution.History;
import flows4ee.engine.execution.Trigger;
import flows4ee.engine.model.InclusiveGateway;
import flows4ee.engine.model.SequenceFlow;
import java.util.List;

/**
 * Inclusive gateway: waits for the branches that are on their way, then starts one branch for every
 * route that holds.
 */
public final class InclusiveGatewayBehavior implements ElementBehavior<InclusiveGateway> {

  private final GatewayRouter router;

  public InclusiveGatewayBehavior(GatewayRouter router) {
    this.router = router;
  }

  @Override
  public Class<InclusiveGateway> elementType() {
    return InclusiveGateway.class;
  }

  @Override
  public void enter(InclusiveGateway gateway, Execution execution) {
    ForkingGateways.enter(gateway, execution, this::routes);
  }

  @Override
  public void resume(InclusiveGateway gateway, Execution execution, Trigger trigger) {
    ForkingGateways.resume(gateway, execution, trigger, this::routes);
  }

  private List<SequenceFlow> routes(InclusiveGateway gateway, Execution execution) {
    var routes = router.allRoutes(gateway, execution);
    String notes = "Chosen Paths : " + GatewayRouter.ids(routes);
    execution.call().history().step(execution.subflow(), History.ROUTINE, "route chosen", notes);
    return routes;
  }
}
