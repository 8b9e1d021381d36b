package flows4ee.engine.gateway;

import flows4ee.engine.execution.ElementBehavior;
import flows4ee.engine.execution.Execution;
import flows4ee.engine.execution.Trigger;
import flows4ee.engine.model.ParallelGateway;
import flows4ee.engine.model.SequenceFlow;
import java.util.List;

/** Parallel gateway: waits for the branches it merges, then starts one branch for every way out. */
public final class ParallelGatewayBehavior implements ElementBehavior<ParallelGateway> {

  @Override
  public Class<ParallelGateway> elementType() {
    return ParallelGateway.class;
  }

  @Override
  public void enter(ParallelGateway gateway, Execution execution) {
    ForkingGateways.enter(gateway, execution, this::routes);
  }

  @Override
  public void resume(ParallelGateway gateway, Execution execution, Trigger trigger) {
    ForkingGateways.resume(gateway, execution, trigger, this::routes);
  }

  private List<SequenceFlow> routes(ParallelGateway gateway, Execution execution) {
    return gateway.outgoing();
  }
}
