package flows4ee.engine.model;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;

/**
 * A gateway; it opens when more than one sequence flow leaves, and merges when more than one
 * arrives.
 */
public sealed interface Gateway extends FlowElement
    permits ExclusiveGateway, ParallelGateway, InclusiveGateway, EventBasedGateway {

  /** Whether more than one sequence flow leaves. */
  default boolean isOpening() {
    return outgoing().size() > 1;
  }

  /** Whether more than one sequence flow arrives. */
  default boolean isMerging() {
    return incoming().size() > 1;
  }

  /** Name of the process variable that may name the routes: {@code <gateway id>:route}. */
  default String routeVariable() {
    return id() + ":route";
  }

  /**
   * The outgoing flows in order of evaluation: those that are not the default first, then by
   * ascending sequence, absent last, then as in the document.
   */
  default List<SequenceFlow> routes() {
    return outgoing().stream()
        .sorted(
            Comparator.comparing(SequenceFlow::isDefault)
                .thenComparing(flow -> flow.sequence().isEmpty())
                .thenComparing(flow -> flow.sequence().orElse(BigDecimal.ZERO)))
        .toList();
  }
}
