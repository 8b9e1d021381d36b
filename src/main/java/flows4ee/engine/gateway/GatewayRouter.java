package flows4ee.engine.gateway;

import flows4ee.engine.error.EngineMessage;
import flows4ee.engine.error.StepFailedException;
import flows4ee.engine.execution.Execution;
import flows4ee.engine.expression.Conditions;
import flows4ee.engine.model.Gateway;
import flows4ee.engine.model.SequenceFlow;
import flows4ee.engine.model.VariableType;
import flows4ee.engine.model.VariableValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Chooses the routes of exclusive and inclusive gateways: the route variable first, else the
 * conditions in order, the default flow when nothing else was chosen.
 */
public final class GatewayRouter {

  private final Conditions conditions;

  public GatewayRouter(Conditions conditions) {
    this.conditions = conditions;
  }

  /** The one route of an exclusive gateway. */
  public SequenceFlow oneRoute(Gateway gateway, Execution execution) {
    var named = namedRoutes(gateway, execution);
    if (named.isPresent()) {
      if (named.get().size() > 1) {
        throw invalidRoute(gateway, ids(named.get()));
      }
      return named.get().get(0);
    }
    return chosen(gateway, execution, true).get(0);
  }

  /** All routes of an inclusive gateway, in document order. */
  public List<SequenceFlow> allRoutes(Gateway gateway, Execution execution) {
    var named = namedRoutes(gateway, execution);
    var routes = named.isPresent() ? named.get() : chosen(gateway, execution, false);
    return gateway.outgoing().stream().filter(routes::contains).toList();
  }

  /** The ids of routes as they are logged. */
  public static String ids(List<SequenceFlow> routes) {
    return String.join(":", routes.stream().map(SequenceFlow::id).toList());
  }

  private static Optional<List<SequenceFlow>> namedRoutes(Gateway gateway, Execution execution) {
    var instruction = instruction(gateway, execution);
    if (instruction.isEmpty()) {
      return Optional.empty();
    }
    var routes = new ArrayList<SequenceFlow>();
    var unknown = new ArrayList<String>();
    for (String id : instruction.get().split(":")) {
      var route = gateway.outgoing().stream().filter(flow -> flow.id().equals(id)).findFirst();
      route.ifPresentOrElse(routes::add, () -> unknown.add(id));
    }
    if (!unknown.isEmpty() || routes.isEmpty()) {
      throw invalidRoute(gateway, String.join(":", unknown));
    }
    return Optional.of(routes);
  }

  private static Optional<String> instruction(Gateway gateway, Execution execution) {
    return execution
        .call()
        .variables()
        .find(execution.subflow().scope(), gateway.routeVariable())
        .filter(value -> value.type() == VariableType.VARCHAR2)
        .map(VariableValue::text);
  }

  private List<SequenceFlow> chosen(Gateway gateway, Execution execution, boolean isOnlyFirst) {
    requireConditions(gateway);
    var chosen = new ArrayList<SequenceFlow>();
    for (var flow : gateway.routes()) {
      boolean isFull = isOnlyFirst && !chosen.isEmpty();
      if (!isFull && (holds(flow, execution) || flow.isDefault() && chosen.isEmpty())) {
        chosen.add(flow);
      }
    }
    if (chosen.isEmpty()) {
      throw noRoute(gateway);
    }
    return chosen;
  }

  private boolean holds(SequenceFlow flow, Execution execution) {
    return flow.condition().isPresent() && conditions.holds(flow, execution.scope());
  }

  /** If one flow has a condition, every flow but the default must have one. */
  private static void requireConditions(Gateway gateway) {
    boolean isAnyConditioned =
        gateway.outgoing().stream().anyMatch(flow -> flow.condition().isPresent());
    boolean isOneMissing =
        gateway.outgoing().stream()
            .anyMatch(flow -> !flow.isDefault() && flow.condition().isEmpty());
    if (isAnyConditioned && isOneMissing) {
      throw noRoute(gateway);
    }
  }

  private static StepFailedException noRoute(Gateway gateway) {
    return new StepFailedException(EngineMessage.GATEWAY_NO_ROUTE, gateway.routeVariable());
  }

  private static StepFailedException invalidRoute(Gateway gateway, String routes) {
    return new StepFailedException(
        EngineMessage.GATEWAY_INVALID_ROUTE, gateway.id(), gateway.routeVariable(), routes);
  }
}
